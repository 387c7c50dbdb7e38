import type { ReactElement } from "react";
import { Face } from "../../client/Face.tsx";
import type { Hideable } from "../../cues/kind.ts";
import { clientOf } from "../../drill/cast.ts";
import { mayRedeal } from "../../drill/drill.ts";
import { type ClockStage, clockOf, stageOf } from "../../drill/stage.ts";
import { currentRound, type Drill, titleNow } from "../../drill/state.ts";
import { clockText } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import type { StoreProblem } from "../../store/errors.ts";
import type { InputTrouble } from "../../studio/studio.ts";
import { Meter } from "../../ui/Meter.tsx";
import { Ring } from "../../ui/Ring.tsx";
import { useApp } from "../services.tsx";
import { useKey } from "../useKey.ts";
import { useNow } from "../useNow.ts";
import { Outline } from "./Outline.tsx";
import { RoomNote } from "./RoomNote.tsx";
import type { Levels } from "./useDrill.ts";
import { useShown } from "./useShown.ts";

type Props = Readonly<{
  drill: Extract<Drill, { phase: "speaking" }>;
  levels: Levels;
  inputTrouble: InputTrouble | null;
  storageFailed: StoreProblem | null;
  send(wish: "done" | "redeal" | "leave"): void;
  /** The cue that struck is on the screen now. */
  shown(): void;
}>;

/** The room: the title above, the client in a ring of time, and nothing else to look at. */
export function Speaking({ drill, levels, inputTrouble, storageFailed, send, shown }: Props): ReactElement {
  const { words } = useApp();
  const now = useNow();
  useKey(" ", () => send("done"));
  const round = currentRound(drill);
  const stage = stageOf(drill, now);
  const title = titleNow(round, drill).text;
  const clock = clockOf(drill, now);
  useShown(drill.active ? drill.markers.length : null, shown);
  const hides = (what: Hideable) => stage.hides.includes(what);
  const face = words.drill.faces[stage.expression];
  return (
    <main className="room speaking" data-cue={stage.cue ?? undefined} data-closing={drill.closing}>
      <header className="room-head">
        <RoomNote drill={drill} stage={stage} clock={clock} words={words.drill} />
        <h1 className="room-title" data-hidden={hides("title")} lang={drill.plan.language}>
          {hides("title") ? "" : title}
        </h1>
        <Outline language={drill.plan.language} bullets={drill.bullets} hidden={hides("support")} />
      </header>
      <div className="speaking-client">
        <Ring share={clock.share} tone={clock.tone} hidden={hides("clock")}>
          {stage.breathing && <div className="breath" aria-hidden="true" />}
          <Face
            look={clientOf(drill.plan, drill.round)}
            expression={stage.expression}
            speaking={stage.speaking}
            nodding={stage.nodding}
            line={stage.speaking ? (stage.caption?.text ?? null) : null}
            label={words.drill.listening(face)}
          />
        </Ring>
      </div>
      <p className="caption" lang={drill.plan.language}>
        {stage.caption && <q>{stage.caption.text}</q>}
        {stage.breathing && <span className="breath-words">{words.drill.breathe}</span>}
      </p>
      {/* Cues are announced at once, the clock is not: it would talk over the speaker. */}
      <p className="visually-hidden" role="alert">
        {drill.closing && words.drill.closing}
        {stage.cue &&
          !drill.closing &&
          (stage.caption ? words.drill.clientSays(stage.caption.text) : words.drill.listening(face))}
        {stage.titleChanged && !stage.cue && `${words.drill.titleChanged} ${title}`}
        {clock.changed && !stage.cue && (clock.extra ? words.drill.fromTheTop : words.drill.lights.amber)}
        {stage.warning && words.drill.warning}
      </p>
      <div className="room-foot">
        {(inputTrouble || storageFailed) && (
          <p className="notice" role="alert">
            {inputTrouble
              ? words.drill.input[inputTrouble]
              : words.drill.storageFailed[storageFailed === "full" ? "full" : "other"]}
          </p>
        )}
        <p className="speaking-clock" data-hidden={hides("clock")}>
          {!drill.plan.softer && <Time clock={clock} words={words.drill} />}
          <span className="quiet">{words.drill.lights[clock.tone]}</span>
        </p>
        <Meter label={words.drill.level} subscribe={levels.subscribe} />
        <div className="room-actions">
          {!drill.closing && (
            <button type="button" className="button-primary" onClick={() => send("done")}>
              {words.drill.done} <kbd>{words.drill.key.space}</kbd>
            </button>
          )}
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

function Time({ clock, words }: Readonly<{ clock: ClockStage; words: Words["drill"] }>): ReactElement {
  const { left, over } = clock;
  return (
    <>
      <span className="quiet">{over > 0 ? words.overtime : words.timeLeft}</span>{" "}
      <b>{over > 0 ? `+${clockText(over / 1000)}` : clockText(Math.ceil(left / 1000))}</b>{" "}
    </>
  );
}
