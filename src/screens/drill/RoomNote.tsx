import type { ReactElement } from "react";
import type { ClockStage, Stage } from "../../drill/stage.ts";
import type { Drill } from "../../drill/state.ts";
import { clockText } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";

type Props = Readonly<{
  drill: Extract<Drill, { phase: "speaking" }>;
  stage: Stage;
  clock: ClockStage;
  words: Words["drill"];
}>;

/** The one line above the title, while there is something to say. */
export function RoomNote(props: Props): ReactElement | null {
  const note = noteOf(props);
  return note === null ? null : <p className="title-changed">{note}</p>;
}

function noteOf({ drill, stage, clock, words }: Props): string | null {
  if (drill.closing) return words.closing;
  if (stage.titleChanged) return words.titleChanged;
  const left = drill.plan.softer ? null : clockText(Math.ceil(clock.left / 1000));
  if (clock.extra) return left === null ? words.fromTheTop : words.sayAgain(left);
  if (clock.changed) return left === null ? words.lights.amber : words.clockShortened(left);
  return stage.warning ? words.warning : null;
}
