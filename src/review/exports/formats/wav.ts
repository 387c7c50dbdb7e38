import { ExportError, type ExportFormat } from "../format.ts";
import { reading } from "../reading.ts";
import { MOST_SAMPLES, pcm16, wavHeader } from "../wav.ts";

/** What Opus decodes to; the highest rate that recorders use. */
const MOST_RATE = 48_000;

/** WAV, 16 bits, mono, at the rate of the recording: for Praat, Audacity and everything else. 96 kB a second. */
export const format: ExportFormat = {
  id: "wav",
  group: "audio",
  extension: "wav",
  mediaType: "audio/wav",
  possible: ({ length }) => length * MOST_RATE <= MOST_SAMPLES,
  async *write({ audio }, { onProgress, signal } = {}) {
    const { decodeExactly } = await import("../../../recorder/decodeExactly.ts");
    const stretches = decodeExactly(await audio());
    let done = 0;
    for await (const { samples, sampleRate, total } of reading(stretches)) {
      signal?.throwIfAborted();
      if (total > MOST_SAMPLES) throw new ExportError("too-long");
      if (done === 0) yield wavHeader(total, sampleRate);
      yield pcm16(samples);
      done += samples.length;
      onProgress?.(done / total);
    }
  },
};
