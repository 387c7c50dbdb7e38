import type { ReactElement } from "react";
import { mayRedeal } from "../../drill/drill.ts";
import { clockFace } from "../../drill/light.ts";
import { bulletsOf } from "../../drill/settings.ts";
import { currentRound, type Drill, titleOnTable } from "../../drill/state.ts";
import { ms } from "../../lib/units.ts";
import type { InputTrouble } from "../../studio/studio.ts";
import { Meter } from "../../ui/Meter.tsx";
import { Ring } from "../../ui/Ring.tsx";
import { useApp } from "../services.tsx";
import { useKey } from "../useKey.ts";
import { useNow } from "../useNow.ts";
import { OutlineEditor } from "./Outline.tsx";
import type { Levels } from "./useDrill.ts";

type Props = Readonly<{
  drill: Extract<Drill, { phase: "preparing" }>;
  levels: Levels;
  inputTrouble: InputTrouble | null;
  send(wish: "begin" | "redeal" | "leave"): void;
  outline(bullets: readonly string[]): void;
}>;

/** The title is on the table: time to think, while the microphone is tried. */
export function Preparing({ drill, levels, inputTrouble, send, outline }: Props): ReactElement {
  const { words } = useApp();
  const now = useNow();
  const round = currentRound(drill);
  const thinking = drill.waitingFor === "time";
  useKey(" ", () => send("begin"), thinking);
  if (drill.waitingFor === "microphone") {
    return (
      <main className="room">
        <p className="room-waiting" role="status">
          {words.drill.microphone}
        </p>
      </main>
    );
  }
  const bullets = bulletsOf(drill.plan.support);
  const { left, share } = clockFace(ms(now - drill.since), round.prepareFor);
  return (
    <main className="room preparing" data-outline={bullets > 0}>
      <h1 className="room-title" lang={drill.plan.language}>
        {titleOnTable(round, drill.redealt).text}
      </h1>
      <div className="preparing-middle">
        {bullets > 0 && (
          <OutlineEditor
            key={String(drill.redealt)}
            language={drill.plan.language}
            count={bullets}
            bullets={drill.bullets}
            change={outline}
          />
        )}
        <div className="preparing-ring">
          <Ring share={thinking ? share : 1} tone="none">
            <span className="preparing-left" aria-hidden="true">
              {thinking && !drill.plan.softer ? Math.ceil(left / 1000) : ""}
            </span>
            <span className="quiet">{thinking ? words.drill.think : words.drill.ready}</span>
          </Ring>
        </div>
      </div>
      <div className="room-foot">
        <Meter label={words.drill.level} subscribe={levels.subscribe} />
        <p className="quiet" role="status">
          {inputTrouble ? words.drill.input[inputTrouble] : words.drill.speakUp}
        </p>
        <div className="room-actions">
          <button type="button" className="button-primary" disabled={!thinking} onClick={() => send("begin")}>
            {words.drill.startNow} <kbd>{words.drill.key.space}</kbd>
          </button>
          {mayRedeal(drill, now) && (
            <button type="button" className="button-quiet" onClick={() => send("redeal")}>
              {words.drill.redeal}
            </button>
          )}
          <button type="button" className="button-quiet" onClick={() => send("leave")}>
            {words.drill.leave} <kbd>{words.drill.key.escape}</kbd>
          </button>
        </div>
      </div>
    </main>
  );
}
