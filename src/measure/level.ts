/**
 * Level of a block of samples.
 * @param samples mono PCM in [-1, 1], shape [n]
 * @returns dBFS; digital silence and an empty block are -Infinity
 * @see AES17: 0 dBFS is the RMS of a full-scale sine, so that sine reads 0 and not -3.01
 */
export function level(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? Number.NEGATIVE_INFINITY : 10 * Math.log10((2 * sum) / samples.length);
}

/**
 * The highest absolute sample of a block.
 * @returns [0, 1] for PCM in range; 0 for an empty block; samples that are not numbers do not count
 */
export function peak(samples: Float32Array): number {
  let highest = 0;
  for (const sample of samples) {
    const size = Math.abs(sample);
    if (size > highest) highest = size;
  }
  return highest;
}
