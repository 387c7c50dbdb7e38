import type { Bytes } from "./format.ts";

/** Bytes of one 16-bit sample. */
export const SAMPLE_BYTES = 2;
const HEADER_BYTES = 44;
/** The lengths in a WAV file are 32 bits wide: more samples do not fit. */
export const MOST_SAMPLES = Math.floor((2 ** 32 - 1 - HEADER_BYTES) / SAMPLE_BYTES);

/**
 * The head of a mono 16-bit WAV file; the samples follow it.
 * @param samples how many follow, at most `MOST_SAMPLES`
 * @see Multimedia Programming Interface and Data Specifications 1.0, RIFF/WAVE
 */
export function wavHeader(samples: number, sampleRate: number): Bytes {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + samples * SAMPLE_BYTES, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true); // bytes of this part
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * SAMPLE_BYTES, true);
  view.setUint16(32, SAMPLE_BYTES, true);
  view.setUint16(34, 8 * SAMPLE_BYTES, true);
  word(36, "data");
  view.setUint32(40, samples * SAMPLE_BYTES, true);
  return bytes;
}

/**
 * Samples as a WAV file has them: 16 bits, little-endian on every machine.
 * @param samples in [-1, 1]; what lies beyond is cut off
 */
export function pcm16(samples: Float32Array): Bytes {
  const bytes = new Uint8Array(samples.length * SAMPLE_BYTES);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < samples.length; index++) {
    const level = Math.round((samples[index] ?? 0) * 32_768);
    view.setInt16(index * SAMPLE_BYTES, Math.min(32_767, Math.max(-32_768, level)), true);
  }
  return bytes;
}
