import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  canEncodeAudio,
  Mp4OutputFormat,
  Output,
  Quality,
} from "mediabunny";
import { decodeExactly } from "../../recorder/decodeExactly.ts";
import type { Take } from "../../store/take.ts";
import type { Bytes, Watch } from "./format.ts";
import { tagsOf } from "./remux.ts";

/** Transparent for one voice. Bits a second. */
const BITRATE = 96_000;
const RATE = 48_000;
const quality = () => new Quality({ bitrate: BITRATE });

export const canEncodeAac = (): Promise<boolean> =>
  canEncodeAudio("aac", { numberOfChannels: 1, sampleRate: RATE, quality: quality() });

/**
 * A take as AAC in MP4, decoded and encoded stretch by stretch. One piece: an hour is 43 MB.
 * @throws DOMException when the browser cannot decode or encode it; the reason of the signal
 */
export async function* encodeAac(
  audio: Blob,
  take: Pick<Take, "title" | "started">,
  { onProgress, signal }: Watch,
): AsyncGenerator<Bytes, void, void> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new AudioSampleSource({ codec: "aac", quality: quality() });
  output.addAudioTrack(source);
  output.setMetadataTags(tagsOf(take));
  await output.start();
  let done = 0;
  for await (const { samples, sampleRate, total } of decodeExactly(audio)) {
    signal?.throwIfAborted();
    const sample = new AudioSample({
      data: samples,
      format: "f32",
      numberOfChannels: 1,
      sampleRate,
      timestamp: done / sampleRate,
    });
    await source.add(sample);
    sample.close();
    done += samples.length;
    onProgress?.(done / total);
  }
  if (done === 0) return;
  await output.finalize();
  if (target.buffer) yield new Uint8Array(target.buffer);
}
