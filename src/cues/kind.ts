import type { Expression } from "../client/mood.ts";
import type { RoomSound } from "../client/sound.ts";
import { type Ms, ms } from "../lib/units.ts";
import type { Temper } from "../prompts/deck.ts";

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
 * What a cue does to the round's clock once it is over. `leaves`: that share of the time left remains, in (0, 1).
 * `extra`: the round's clock stands still for so long, and a short clock of that length runs instead.
 */
export type ClockChange = Readonly<{ leaves: number }> | Readonly<{ extra: Ms }>;

/**
 * One kind of thing that can happen to a speaker. A kind is a file in `kinds/`; its words are in `src/i18n`, under
 * its id. Nothing else has to change when one is added: plan, engine, scene and store all read what stands here.
 */
export type CueKind = Readonly<{
  /** Never changes once published: takes and links name it. Lower case, words joined by hyphens. */
  id: string;
  /** Whether the client says a line from the deck. */
  spoken: boolean;
  /** A temper whose cut-in lines do for this kind as well; null: only lines of its own. */
  temper: Temper | null;
  /** While the speaker speaks, or once they have said that they are done; the recording then goes on until it is over. */
  place: "inside" | "after";
  /** Not sooner than this after the go signal: nobody can be asked to say again what they have not said yet. */
  notBefore: Ms;
  /** At least so much of the round is left when its window closes. */
  timeLeft: Ms;
  /**
   * When it strikes inside its window. `mid-speech` waits until the speaker has been talking for 2 s or more (an
   * interruption is only one if you are talking); `at-once` takes the window's first moment.
   */
  strikes: "mid-speech" | "at-once";
  /** The longest it may wait inside its window, before it fires anyway. */
  patience: Ms;
  ending: Ending;
  /** What it does to the clock; null: nothing. */
  clock: ClockChange | null;
  /** What the speaker does well to do: go on talking soon, or say nothing until it is over. */
  asks: "talk" | "quiet";
  /** Left out in the softer mode. */
  harsh: boolean;
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

/** What most kinds are like, so that a file tells only what is its own. */
const usual = {
  temper: null,
  place: "inside",
  notBefore: ms(0),
  timeLeft: ms(0),
  clock: null,
  asks: "talk",
  harsh: false,
} satisfies Partial<CueKind>;

/**
 * Declares a kind, and checks what would break the rules of planning (`src/drill/plan.ts`).
 * @throws RangeError when the cue could outlast the quiet that planning keeps between two cues
 */
export function cueKind(kind: Omit<CueKind, keyof typeof usual> & Partial<CueKind>): CueKind {
  const { least, most } = kind.ending;
  if (!(least > 0 && most >= least && most <= LONGEST_CUE)) {
    throw new RangeError(
      `Cue ${kind.id}: its length must be between 0 and ${LONGEST_CUE} ms, least before most`,
    );
  }
  return { ...usual, ...kind };
}

/** No cue lasts longer, so that each is over before the next may strike (8 s later at the soonest). */
export const LONGEST_CUE = 7_500 as Ms;
