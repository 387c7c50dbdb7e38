import { fork } from "../lib/random.ts";
import type { TakeCue } from "../store/take.ts";

/**
 * Where things are on the waveform. Every time is in seconds on the take's own line, counted from its first recorded
 * sample; every length is the take's stored one, because a recording's own idea of it may be infinite.
 */

/** One cue as it is drawn. */
export type Marker = Readonly<{
  /** Unique within the take: `cue-0` is the first cue as recorded. */
  id: string;
  /** The kind of cue; the key of its name and of its colour, too. */
  kind: string;
  /** In [0, length]. */
  start: number;
  /** In (start, length]; null when the cue has no end, or none inside the take: it is drawn as a line. */
  end: number | null;
  /** What the client said; null for a silent cue. */
  line: string | null;
  /** Which of the `PATTERNS` it is filled with, so that kinds are told apart without colour. */
  pattern: number;
}>;

/** Patterns 0 to 3 belong to the four kinds below; kinds that came later share the rest. */
export const PATTERNS = 6;
const OWN_PATTERN = ["cut-in", "cold-stare", "wrong-face", "blank"];

/** A cue is heard from this long before it strikes: long enough to be back in the sentence it broke. */
export const LEAD_IN = 1.5;

/** How long a cue without end counts as present, in seconds: about the time it takes to notice it. */
const LINE_LASTS = 0.5;

/** The pattern of a kind: the same in every take, also for a kind this file has never heard of. */
export function patternOf(kind: string): number {
  const own = OWN_PATTERN.indexOf(kind);
  return own >= 0 ? own : OWN_PATTERN.length + (fork(0, kind) % (PATTERNS - OWN_PATTERN.length));
}

/** A take's cues as they are drawn, in the order in which they are heard. What lies beyond the end is moved to it. */
export function toMarkers(cues: readonly TakeCue[], length: number): Marker[] {
  return cues
    .map(({ kind, at, until, line }, index): Marker => {
      const start = clampTime(at, length);
      const end = until === null ? start : clampTime(until, length);
      return {
        id: `cue-${index}`,
        kind,
        start,
        end: end > start ? end : null,
        line: line?.text ?? null,
        pattern: patternOf(kind),
      };
    })
    .sort((a, b) => a.start - b.start);
}

/** A time moved into [0, length]; what is no number becomes 0. */
export const clampTime = (time: number, length: number): number =>
  Number.isNaN(time) ? 0 : Math.min(Math.max(0, time), Math.max(0, length));

/** Where a time lies across the waveform, in percent of its width, in [0, 100]. A take of no length has only 0. */
export const percentAt = (time: number, length: number): number =>
  length > 0 ? (clampTime(time, length) / length) * 100 : 0;

/** The time under a place of the waveform, given as a share of its width; the reverse of `percentAt`. */
export const timeAt = (share: number, length: number): number => clampTime(share * length, length);

/** The cue that is on at a time; of several, the one that struck last. */
export const markerAt = (markers: readonly Marker[], time: number): Marker | undefined =>
  markers.findLast(({ start, end }) => start <= time && time < (end ?? start + LINE_LASTS));

/** Where listening to a cue begins. */
export const leadIn = ({ start }: Marker): number => Math.max(0, start - LEAD_IN);

/** The cue that a jump forward from a time goes to: the first that begins to be heard after it. */
export const nextCue = (markers: readonly Marker[], time: number): Marker | undefined =>
  markers.find((marker) => leadIn(marker) > time + 0.05);

/**
 * The cue that a jump back from a time goes to. Within a second after a jump it is the cue before, so that a second
 * jump does not land where the first one did.
 */
export const previousCue = (markers: readonly Marker[], time: number): Marker | undefined =>
  markers.findLast((marker) => leadIn(marker) < time - 1);

/** A readable position, cut to tenths of a second: `clock(72.39)` is `1:12.3`. Minutes go on counting after 59. */
export function clock(time: number): string {
  const tenths = Math.floor(Math.max(0, time || 0) * 10 + 1e-6);
  return `${stamp(tenths / 10)}.${tenths % 10}`;
}

/** The same to whole seconds, for lists: `stamp(72.39)` is `1:12`. */
export function stamp(time: number): string {
  const whole = Math.floor(Math.max(0, time || 0) + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** More bars than any screen shows; each then stands for a tenth of a second of a minute. */
const BARS = 600;
/** Below this level a take is not stretched any further: room noise must not look like speech. */
const QUIETEST = 0.04;

/**
 * Peaks as they are drawn: averaged, because the peak of every few seconds is the same and a long take would be one
 * solid block; and scaled so that loud speech fills the height, however far away the microphone was. The loudest
 * per cent is cut off: one knock on the table would press all speech flat.
 * @param peaks highest absolute sample of each bin, in [0, 1], shape [n], evenly spread over the take
 * @returns     heights in [0, 1], shape [min(n, 600)]; a single 0 when there are no peaks, so that there is a line
 */
export function barHeights(peaks: Float32Array): Float32Array {
  if (peaks.length === 0) return new Float32Array(1);
  const levels = Float32Array.from({ length: Math.min(peaks.length, BARS) }, (_, bar) => {
    const each = peaks.length / Math.min(peaks.length, BARS);
    const bins = peaks.subarray(Math.floor(bar * each), Math.floor((bar + 1) * each));
    return Math.sqrt(bins.reduce((sum, peak) => sum + peak * peak, 0) / bins.length);
  });
  const loud = levels.toSorted()[Math.ceil(levels.length * 0.99) - 1] ?? 0;
  return levels.map((level) => Math.min(1, level / Math.max(QUIETEST, loud)));
}
