/** Enough to find where speech begins and ends. */
const SAMPLE_RATE = 16_000;

/**
 * Decodes a short recording at once. Main thread only, and nothing for long takes, which are decoded in stretches.
 * @returns mono PCM in [-1, 1]
 * @throws EncodingError (DOMException) when the browser cannot read it
 */
export async function decodeWhole(
  audio: Blob,
): Promise<Readonly<{ samples: Float32Array; sampleRate: number }>> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const decoded = await context.decodeAudioData(await audio.arrayBuffer());
  return { samples: decoded.getChannelData(0), sampleRate: SAMPLE_RATE };
}
