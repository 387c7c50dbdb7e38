import type { Random } from "../lib/random.ts";

/*
 * The few tools that the sounds of the room are made with. Everything is scheduled before a context renders, so the
 * same bench with the same chance gives the same sound. Times are seconds on the context's own line.
 */

/** Where sounds are put together. */
export type Bench = Readonly<{ context: BaseAudioContext; random: Random }>;

/** One resonance of a thing that is struck: hertz, share, and seconds until it has fallen to a third. */
export type Mode = readonly [hertz: number, share: number, decay: number];

/** Rushing air: white noise of that length. It is not heard before it is led somewhere. */
export function hiss({ context, random }: Bench, at: number, length: number): AudioNode {
  const buffer = context.createBuffer(1, Math.ceil(length * context.sampleRate), context.sampleRate);
  buffer.copyToChannel(
    Float32Array.from({ length: buffer.length }, () => 2 * random() - 1),
    0,
  );
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.start(at);
  return source;
}

/** Leads a sound through a filter, and hands back both ends of it; its gain leads nowhere yet. */
export function filtered(
  { context }: Bench,
  source: AudioNode,
  type: BiquadFilterType,
  hertz: number,
  q: number,
): { filter: BiquadFilterNode; gain: GainNode } {
  const filter = context.createBiquadFilter();
  filter.type = type;
  filter.frequency.setValueAtTime(hertz, 0);
  filter.Q.value = q;
  const gain = context.createGain();
  source.connect(filter).connect(gain);
  return { filter, gain };
}

/** Leads a sound through a filter into the room. */
export function through(...how: Parameters<typeof filtered>): ReturnType<typeof filtered> {
  const made = filtered(...how);
  made.gain.connect(how[0].context.destination);
  return made;
}

/** A curve of straight lines through the points `[seconds, value]`. */
export function envelope(parameter: AudioParam, ...points: readonly (readonly [number, number])[]): void {
  for (const [index, [at, value]] of points.entries()) {
    if (index === 0) {
      parameter.setValueAtTime(0, 0);
      parameter.setValueAtTime(value, at);
    } else parameter.linearRampToValueAtTime(value, at);
  }
}

/** A thing is struck, and rings in its modes. */
export function knock(bench: Bench, at: number, strength: number, modes: readonly Mode[]): void {
  const { context } = bench;
  for (const [hertz, share, decay] of modes) {
    const ring = context.createOscillator();
    ring.frequency.value = hertz;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, 0);
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(strength * share, at + 0.001); // a step would click
    gain.gain.setTargetAtTime(0, at + 0.001, decay);
    ring.connect(gain).connect(context.destination);
    ring.start(at);
    ring.stop(at + 0.001 + 9 * decay);
  }
  // What strikes it is heard too: a grain of noise.
  const { gain } = through(bench, hiss(bench, at, 0.004), "highpass", 1_500, 0.7);
  envelope(gain.gain, [at, 0.12 * strength], [at + 0.004, 0]);
}
