import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Mono sound in [-1, 1]. */
export type Sound = Readonly<{ samples: Float32Array; sampleRate: number }>;

/** Real speech with time labels lies beside the project; a clone that stands alone makes its own. */
const speechFolder = fileURLToPath(new URL("../../../shared/speech", import.meta.url));

export const hasRealSpeech = existsSync(path.join(speechFolder, "open", "manifest.json"));

/**
 * Speech to play into a microphone: real, when it is there; else a generated voice-like signal.
 * @param name a file of the open set, without its ending
 */
export async function speech(name: string): Promise<Sound> {
  if (!hasRealSpeech) return generatedVoice();
  const decoder: { decodeFlac(bytes: Buffer): Sound } = await import(
    pathToFileURL(path.join(speechFolder, "flac2wav.mjs")).href
  );
  return decoder.decodeFlac(readFileSync(path.join(speechFolder, "open", `${name}.flac`)));
}

/**
 * 24 s of something like talk: a glottal buzz of about 120 Hz with syllables four times a second, in phrases with
 * pauses between them, over a little noise. The same every time.
 */
export function generatedVoice(sampleRate = 16_000, length = 24): Sound {
  const samples = new Float32Array(sampleRate * length);
  let state = 1;
  let phase = 0;
  for (let index = 0; index < samples.length; index++) {
    const t = index / sampleRate;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = state / 2 ** 31 - 1;
    const phrase = (t * 0.37 + 0.2 * Math.sin(t)) % 1 < 0.78 ? 1 : 0;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * (4 + Math.sin(t * 0.7)) * t)) ** 0.6;
    phase += (120 + 25 * Math.sin(t * 1.7)) / sampleRate;
    const buzz = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + Math.sin(2 * Math.PI * k * phase) / k, 0);
    samples[index] = 0.22 * phrase * syllable * buzz + 0.002 * noise;
  }
  return { samples, sampleRate };
}

/** A 16-bit WAV file. @see Multimedia Programming Interface and Data Specifications 1.0, RIFF/WAVE */
export function wavFile({ samples, sampleRate }: Sound): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, sample))), 44 + index * 2);
  });
  return file;
}

/** RMS of each 10 ms, shape [floor(length × 100)]. */
export function envelope({ samples, sampleRate }: Sound): Float32Array {
  const hop = Math.round(sampleRate / 100);
  return Float32Array.from({ length: Math.floor(samples.length / hop) }, (_, frame) => {
    let sum = 0;
    for (let i = frame * hop; i < (frame + 1) * hop; i++) sum += (samples[i] ?? 0) ** 2;
    return Math.sqrt(sum / hop);
  });
}

/**
 * How alike a recording's envelope is to a sound played round and round: the highest Pearson correlation over all
 * places where the recording may have begun.
 */
export const likeness = (recorded: Float32Array, looped: Float32Array): number =>
  bestStart(recorded, looped).likeness;

/** Where in a sound played round and round a recording most likely began: the frame, and how alike the two then are. */
export function bestStart(
  recorded: Float32Array,
  looped: Float32Array,
): Readonly<{ start: number; likeness: number }> {
  let best = { start: 0, likeness: -1 };
  for (let start = 0; start < looped.length; start++) {
    const alike = pearson(recorded, (index) => looped[(start + index) % looped.length] ?? 0);
    if (alike > best.likeness) best = { start, likeness: alike };
  }
  return best;
}

/** Where somebody speaks in a file of the open set, in seconds, as its labels say; null when it is not there. */
export function labelledSpeech(name: string): readonly (readonly [number, number])[] | null {
  if (!hasRealSpeech) return null;
  const manifest: { files: { file: string; speech: [number, number][] }[] } = JSON.parse(
    readFileSync(path.join(speechFolder, "open", "manifest.json"), "utf8"),
  );
  return manifest.files.find(({ file }) => file === `${name}.flac`)?.speech ?? null;
}

function pearson(a: Float32Array, b: (index: number) => number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b(index);
    sumA += x;
    sumB += y;
    sumAA += x * x;
    sumBB += y * y;
    sumAB += x * y;
  }
  const n = a.length;
  const spread = Math.sqrt((sumAA - sumA ** 2 / n) * (sumBB - sumB ** 2 / n));
  return spread === 0 ? 0 : (sumAB - (sumA * sumB) / n) / spread;
}
