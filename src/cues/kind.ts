import type { Expression } from "../client/mood.ts";
import type { RoomSound } from "../client/sound.ts";
import type { Ms } from "../lib/units.ts";

/** What a cue may take away from the speaker while it lasts. */
export type Hideable = "title" | "support" | "clock";

/** How a cue ends. */
export type Ending = Readonly<{
  /** It never ends sooner than this after it struck. A spoken line replaces it by the time the line takes. */
  least: Ms;
  /** It never lasts longer than this, whatever the speaker does. */
  most: Ms;
  /** Speech after the strike that wins the client back once `least` is over; null: it ends at `least`. */
  carriedOn: Ms | null;
}>;

/**
 * One kind of thing that can happen to a speaker. A kind is a file in `kinds/`; its words are in `src/i18n`, under
 * its id. Nothing else has to change when one is added: plan, engine, scene and store all read what stands here.
 */
export type CueKind = Readonly<{
  /** Never changes once published: takes and links name it. Lower case, words joined by hyphens. */
  id: string;
  /** Whether the client says a line from the deck. */
  spoken: boolean;
  /**
   * When it strikes inside its window. `mid-speech` waits until the speaker has been talking for 2 s or more (an
   * interruption is only one if you are talking); `at-once` takes the window's first moment.
   */
  strikes: "mid-speech" | "at-once";
  /** The longest it may wait inside its window, before it fires anyway. */
  patience: Ms;
  ending: Ending;
  /** What the room looks like while it lasts. */
  scene: Readonly<{
    expression: Expression;
    hides: readonly Hideable[];
    /** One slow breath out is shown for this long first; 0 for none. */
    breath: Ms;
    /** What is heard as it strikes. Left out: a breath before a line, nothing before silence. */
    sound?: RoomSound;
  }>;
}>;

/**
 * Declares a kind, and checks what would break the rules of planning (`src/drill/plan.ts`).
 * @throws RangeError when the cue could outlast the quiet that planning keeps between two cues
 */
export function cueKind(kind: CueKind): CueKind {
  const { least, most } = kind.ending;
  if (!(least > 0 && most >= least && most <= LONGEST_CUE)) {
    throw new RangeError(
      `Cue ${kind.id}: its length must be between 0 and ${LONGEST_CUE} ms, least before most`,
    );
  }
  return kind;
}

/** No cue lasts longer, so that each is over before the next may strike (8 s later at the soonest). */
export const LONGEST_CUE = 7_500 as Ms;
