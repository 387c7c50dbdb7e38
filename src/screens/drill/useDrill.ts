import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { startDrill } from "../../drill/drill.ts";
import type { Plan } from "../../drill/plan.ts";
import { type Running, runDrill, type Wish } from "../../drill/runner.ts";
import type { Support } from "../../drill/settings.ts";
import type { Drill } from "../../drill/state.ts";
import { openMicrophone } from "../../recorder/microphone.ts";
import type { StoreProblem } from "../../store/errors.ts";
import { type InputTrouble, openStudio } from "../../studio/studio.ts";
import type { KeptTake } from "../../studio/takeMaker.ts";
import { finishing } from "../finishing.ts";
import { type AppContext, useApp } from "../services.tsx";

/** Tells a meter about the microphone without drawing the whole screen again fifty times a second. */
export type Levels = Readonly<{ subscribe(listener: (peak: number) => void): () => void }>;

export type DrillView = Readonly<{
  drill: Drill;
  /** What came of each round, as far as it is known. */
  kept: ReadonlyMap<number, KeptTake>;
  inputTrouble: InputTrouble | null;
  storageFailed: StoreProblem | null;
  levels: Levels;
  send(wish: Wish): void;
  /** Says that the cue that struck is on the screen now. */
  shown(): void;
  switchOff(kinds: readonly string[]): void;
  support(support: Support): void;
  outline(bullets: readonly string[]): void;
}>;

/** With the first take there is something to lose: the browser is asked, once, not to clear it by itself. */
function askToPersist({ chosen, choose, storage }: AppContext): void {
  if (chosen.askedToPersist) return;
  choose({ askedToPersist: true });
  void storage.askToPersist().catch(() => undefined); // settings show what came of it
}

const hasCue = (drill: Drill): boolean => drill.phase === "speaking" && drill.active !== null;

/** Runs a drill as long as its screen is there. Leaving the screen ends it; what was said is kept. */
export function useDrill(plan: Plan): DrillView {
  const app = useApp();
  const { clock, drafts, takes, newId, locks } = app;
  const [drill, setDrill] = useState<Drill>(() => startDrill(plan));
  const [kept, setKept] = useState<ReadonlyMap<number, KeptTake>>(new Map());
  const [inputTrouble, setInputTrouble] = useState<InputTrouble | null>(null);
  const [storageFailed, setStorageFailed] = useState<StoreProblem | null>(null);
  const running = useRef<Running>(undefined);
  const listeners = useRef(new Set<(peak: number) => void>());
  const latest = useRef(app);
  latest.current = app;

  useEffect(() => {
    let cueShown = false;
    const show = (next: Drill) => {
      const strikes = hasCue(next) && !cueShown;
      cueShown = hasCue(next);
      // A cue is drawn at once: left to React's own queue it would miss the frame it is due in on a busy machine.
      if (strikes) flushSync(() => setDrill(next));
      else setDrill(next);
    };
    const run = runDrill(plan, {
      clock,
      show,
      studio: (report) =>
        openStudio(
          {
            clock,
            drafts,
            takes,
            finishing,
            newId,
            locks,
            openMicrophone: () => openMicrophone({ headphones: latest.current.chosen.headphones }),
            events: {
              level: (peak) => {
                for (const listener of listeners.current) listener(peak);
              },
              input: setInputTrouble,
              storageFailed: setStorageFailed,
              kept: (round, take) => {
                setKept((before) => new Map(before).set(round, take));
                if (take.saved) askToPersist(latest.current);
              },
            },
          },
          report,
        ),
    });
    running.current = run;
    return () => run.end();
  }, [plan, clock, drafts, takes, newId, locks]);

  const send = useCallback((wish: Wish) => running.current?.send(wish), []);
  const shown = useCallback(() => running.current?.shown(), []);
  const switchOff = useCallback((kinds: readonly string[]) => running.current?.switchOff(kinds), []);
  const support = useCallback((left: Support) => running.current?.support(left), []);
  const outline = useCallback((bullets: readonly string[]) => running.current?.outline(bullets), []);
  const levels = useMemo<Levels>(
    () => ({
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  return { drill, kept, inputTrouble, storageFailed, levels, send, shown, switchOff, support, outline };
}
