import { type ReactElement, useEffect, useState } from "react";
import type { Plan } from "../../drill/plan.ts";
import { keepAwake } from "../../lib/wakeLock.ts";
import { useApp } from "../services.tsx";
import { useKey } from "../useKey.ts";
import { askedToBegin } from "./begin.ts";
import { DealtCard } from "./DealtCard.tsx";
import { Ended } from "./Ended.tsx";
import { Preparing } from "./Preparing.tsx";
import { RoundReview } from "./RoundReview.tsx";
import { Speaking } from "./Speaking.tsx";
import { useClientVoice } from "./useClientVoice.ts";
import { useDrill } from "./useDrill.ts";

type Props = Readonly<{ plan: Plan; notices: readonly string[] }>;

/** One drill, from the first card to the last word: shows the phase it is in, and passes wishes on. */
export function DrillRoom({ plan, notices }: Props): ReactElement {
  const { words } = useApp();
  const [begin] = useState(askedToBegin);
  const view = useDrill(plan);
  const { drill, send } = view;
  useClientVoice(drill);

  useEffect(() => {
    if (begin) send("begin");
  }, [begin, send]);
  useKey("Escape", () => send("leave"), drill.phase !== "finished" && drill.phase !== "left");
  const busy = drill.phase === "preparing" || drill.phase === "speaking";
  useEffect(() => (busy ? keepAwake() : undefined), [busy]);
  useAskBeforeLeaving(drill.phase === "speaking", words.drill.leaveWarning);

  switch (drill.phase) {
    case "dealt":
      return (
        <DealtCard
          drill={drill}
          notices={notices}
          send={send}
          switchOff={view.switchOff}
          support={view.support}
        />
      );
    case "preparing":
      return (
        <Preparing
          drill={drill}
          levels={view.levels}
          inputTrouble={view.inputTrouble}
          send={send}
          outline={view.outline}
        />
      );
    case "speaking":
      return (
        <Speaking
          drill={drill}
          levels={view.levels}
          inputTrouble={view.inputTrouble}
          storageFailed={view.storageFailed}
          send={send}
          shown={view.shown}
        />
      );
    case "rating":
      return <RoundReview drill={drill} kept={view.kept.get(drill.round)} send={send} />;
    case "finished":
    case "left":
      return <Ended drill={drill} kept={view.kept} />;
  }
}

/** A page closed by accident would cost the last words: the browser asks first. */
function useAskBeforeLeaving(active: boolean, warning: string): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = warning; // browsers show their own words; older ones show these
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active, warning]);
}
