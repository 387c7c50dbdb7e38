import { paceWithin, type WindowPace } from "./pace.ts";
import { PAUSE } from "./pauses.ts";
import { joined, type Span, without } from "./spans.ts";

/** A cue on the take's line, in seconds. */
export type Cue = Readonly<{
  kind: string;
  at: number;
  /** Where it ends, the client's turn if they say something; null when that is not known. */
  until: number | null;
  /** The client says nothing, so that its start is what the speaker recovers from, and there is no turn to be let in to. */
  silent?: boolean;
  /** Whether the client's voice is in the recording too: from loudspeakers, with echo cancellation off. */
  leak?: boolean;
}>;

/** What a cue did to the speaker. */
export type CueEffect = Readonly<{
  kind: string;
  at: number;
  until: number | null;
  /** Seconds from a cut-in's start until the speaker fell silent; null when unknown, or when there was nothing to stop. */
  stopLatency: number | null;
  /** Seconds from the end of the client's turn to the next speech; null when unknown, or when nothing broke. */
  recovery: number | null;
  /** Nothing broke: the speaker talked on. */
  held: boolean;
}>;

/** A speaker whose speech goes on for this long after a cue's start, and past its end, was not broken by it. */
export const HOLD = 2;
/** The client's voice rings on for this long. */
const ECHO = 0.15;
/** A word that began this little before the cue's stamp began with it. */
const STAMP = 0.05;
/** Seconds before and after a cue that are set against each other. */
export const AROUND = 15;

const endOf = ({ at, until, silent }: Cue): number => (silent ? at : Math.max(at, until ?? at));

/**
 * The speaker's own speech: what was heard while the client's voice leaked into the recording is taken out.
 * A rest of under 200 ms behind the client's turn is its echo.
 */
export function ownSpeech(speech: readonly Span[], cues: readonly Cue[]): Span[] {
  const masks = cues.filter(({ leak }) => leak).map((cue): Span => [cue.at, endOf(cue) + ECHO]);
  return masks.reduce<Span[]>(
    (rest, mask) => without(rest, [mask]).filter(([start, end]) => start !== mask[1] || end - start > 0.2),
    [...speech],
  );
}

/**
 * Where speech sets in again after a cue: the first that begins after the cue's start, with 250 ms or more without
 * speech before it.
 * @param speech the speaker's own, sorted
 * @param until  the next cue's start; beyond it nothing is this cue's effect
 * @returns      seconds on the take's line; null when it never does
 */
export function resumption(speech: readonly Span[], cue: Cue, until: number): number | null {
  const runs = joined(speech, PAUSE);
  const resumed = runs.find(
    ([start], index) => start > cue.at - STAMP && start - (runs[index - 1]?.[1] ?? 0) >= PAUSE,
  );
  return resumed && resumed[0] < until ? resumed[0] : null;
}

/**
 * Stop latency and recovery of one cue.
 * @param speech the speaker's own, sorted; the cue lies within the recording
 * @param next   the next cue's start, or the recording's end
 */
export function effectOf(speech: readonly Span[], cue: Cue, next: number): CueEffect {
  const { kind, at, until } = cue;
  const end = endOf(cue);
  const speaking = joined(speech, PAUSE).find(([start, stop]) => start <= at && stop > at);
  const held = !cue.leak && speaking !== undefined && speaking[1] >= Math.min(next, Math.max(end, at + HOLD));
  const stops = !cue.leak && !cue.silent && until !== null && speaking !== undefined && !held;
  const resumed = held ? null : resumption(speech, cue, next);
  return {
    kind,
    at,
    until,
    stopLatency: stops ? speaking[1] - at : null,
    recovery: resumed === null ? null : Math.max(0, resumed - end),
    held,
  };
}

export type Around = Readonly<{ before: WindowPace | null; after: WindowPace | null }>;

/** The pace in the 15 s before a cue, and in the 15 s after the client's turn; null where there are not 5 s. */
export function around(
  speech: readonly Span[],
  nuclei: readonly number[],
  cue: Cue,
  duration: number,
): Around {
  const end = endOf(cue);
  return {
    before: paceWithin(speech, nuclei, [Math.max(0, cue.at - AROUND), cue.at]),
    after: paceWithin(speech, nuclei, [end, Math.min(duration, end + AROUND)]),
  };
}
