import type { Failure, Marker } from "../drill/state.ts";
import { type Ms, ms, type Seconds, seconds } from "../lib/units.ts";
import type { LivePeaks } from "../measure/livePeaks.ts";
import { PEAKS_PER_SECOND, PeakBuilder } from "../measure/peaks.ts";
import type { Stretch } from "../recorder/decode.ts";
import type { Finalised } from "../recorder/finalise.ts";
import type { Chunk } from "../recorder/recorder.ts";
import { type Draft, keptFacts } from "../store/draft.ts";
import type { Take } from "../store/take.ts";

/** The edges that finishing needs: how chunks become a file, and how a file is decoded. */
export type Finishing = Readonly<{
  finalise(chunks: readonly Chunk[], type: string, requestedAt: Ms): Promise<Finalised>;
  decode(audio: Blob): AsyncIterable<Stretch>;
  /** SHA-256 in hexadecimal. */
  checksum(audio: Blob): Promise<string>;
}>;

/** How a take came to its end. */
export type Ending = Readonly<{
  cutShort: Failure | null;
  /** Found after a crash. */
  recovered: boolean;
  /** Milliseconds since 1970 UTC. */
  now: number;
}>;

export type FinishedTake = Readonly<{ take: Take; audio: Blob; peaks: Float32Array }>;

/**
 * Makes a take of a draft and its chunks: one file with its gaps filled, every moment placed on its line, its
 * waveform drawn once and for all. The same for a take that ended well and for one that is found after a crash.
 * @param live what was heard while it was recorded; spares decoding a long take
 * @throws NothingRecordedError when the chunks hold no sound
 */
export async function finishTake(
  draft: Draft,
  chunks: readonly Chunk[],
  { cutShort, recovered, now }: Ending,
  { finalise, decode, checksum }: Finishing,
  live?: LivePeaks,
): Promise<FinishedTake> {
  const { audio, length, gaps, gapsKnown, place } = await finalise(chunks, draft.type, ms(draft.requestedAt));
  const peaks = await drawPeaks(audio, length, place, decode, live);
  const at = (moment: number) => rounded(place(ms(moment)));
  const take: Take = {
    version: 2,
    ...keptFacts(draft),
    length: rounded(length),
    goAt: draft.goAt === null ? 0 : at(draft.goAt),
    turn: draft.turn && { ...draft.turn, at: at(draft.turn.at) },
    cues: draft.cues.map((cue) => ({
      ...cue,
      at: at(cue.at),
      until: cue.until === null ? null : at(cue.until),
    })),
    audio: {
      type: audio.type,
      bytes: audio.size,
      sha256: await checksum(audio),
      gaps: gapsKnown ? gaps.map((gap) => ({ at: rounded(gap.at), length: rounded(gap.length) })) : null,
    },
    cutShort,
    recovered,
    changed: now,
    measures: null,
    rating: null,
    notes: "",
    tags: [],
    binned: null,
  };
  return { take, audio, peaks };
}

/** Longer takes are drawn from what was heard live; half an hour takes a quarter of a minute to decode. In seconds. */
const DECODED_WHOLE = 90;
/** The least share of a take that must have been heard live to be drawn from that. */
const HEARD_ENOUGH = 0.97;

async function drawPeaks(
  audio: Blob,
  length: Seconds,
  place: Finalised["place"],
  decode: Finishing["decode"],
  live: LivePeaks | undefined,
): Promise<Float32Array> {
  const decoded = new PeakBuilder(length);
  let first = true;
  for await (const { start, samples, sampleRate } of decode(audio)) {
    decoded.add(start, samples, sampleRate);
    if (!first || !live || length <= DECODED_WHOLE) continue;
    first = false;
    const drawn = new PeakBuilder(length);
    const beginning = decoded
      .peaks()
      .subarray(0, Math.floor((samples.length / sampleRate) * PEAKS_PER_SECOND));
    if (live.drawOn(drawn, place, length, beginning) >= HEARD_ENOUGH) return drawn.peaks();
  }
  return decoded.peaks();
}

/** A tenth of a millisecond is finer than any clock here. */
const rounded = (time: Seconds): Seconds => seconds(Math.round(time * 10_000) / 10_000);

/** A marker as a draft keeps it: at a moment of the clock, since its place on the line is not known yet. */
export const draftCue = (goAt: Ms, { kind, at, until, line }: Marker): Draft["cues"][number] => ({
  kind,
  at: goAt + at,
  until: until === null ? null : goAt + until,
  line,
  origin: "plan",
});
