import { Scope } from "../lib/scope.ts";
import { ms, s } from "../lib/units.ts";
import { bringTo, chanceOf, recipes } from "./roomSounds.ts";
import {
  type ClientSound,
  gainOf,
  type Part,
  type Playing,
  type RoomSound,
  roomSounds,
  type SpokenLine,
} from "./sound.ts";

/** Nothing begins or ends with a step, which would click; in seconds. */
const FADE = 0.008;

/**
 * What a client is heard through, by Web Audio: unlike speech synthesis, the browser's echo cancellation knows it and
 * takes it out of the recording.
 * @param loudness as the slider has it, 0 to 1
 */
export function openClientSound(loudness: number): ClientSound {
  const scope = new Scope();
  const sounds = new Map<RoomSound, AudioBuffer>();
  const lines = new Map<string, Readonly<{ line: SpokenLine; buffer: AudioBuffer }>>();
  const sounding = new Set<Playing>();
  let out: Readonly<{ context: AudioContext; master: GainNode }> | null = null;
  let closed = false;
  let gain = gainOf(loudness);

  /** A context made before the user has pressed anything stays silent, so it is made as late as can be. */
  const open = () => {
    if (out) return out;
    const context = scope.own(
      new AudioContext({ latencyHint: "interactive" }),
      (owned) => void owned.close(),
    );
    const master = context.createGain();
    master.gain.value = gain;
    master.connect(context.destination);
    // Phones suspend audio for a call; it is taken up again as soon as the system lets us.
    scope.listen(context, "statechange", () => wake(context));
    out = { context, master };
    return out;
  };
  const wake = (context: AudioContext) => {
    if (context.state === "suspended") void context.resume().catch(() => undefined);
  };
  const silence = () => {
    for (const playing of [...sounding]) playing.stop();
  };

  return {
    prepare: async (spoken) => {
      if (closed) return;
      const { context } = open();
      wake(context);
      const missing = roomSounds.filter((sound) => !sounds.has(sound));
      const unread = [...spoken].filter(([key, { audio }]) => lines.get(key)?.line.audio !== audio);
      await Promise.all([
        ...missing.map(async (sound) => sounds.set(sound, await renderSound(sound, context.sampleRate))),
        ...unread.map(async ([key, line]) => {
          const buffer = await decode(context, line.audio).catch(() => null);
          if (buffer) lines.set(key, { line, buffer });
          else lines.delete(key); // it is captioned, as every line is
        }),
      ]);
    },
    has: (line) => lines.has(line),
    play: (parts) => {
      if (closed || !out) return { length: ms(0), stop: () => undefined };
      const { context, master } = out;
      wake(context);
      const now = context.currentTime;
      const sources = parts.flatMap((part) => {
        const found = "sound" in part ? sounds.get(part.sound) : lines.get(part.line);
        return found ? [start(context, master, now, part, found)] : [];
      });
      let left = sources.length;
      const playing: Playing = {
        length: s(Math.max(0, ...sources.map(({ ends }) => ends - now))),
        stop: () => {
          sounding.delete(playing);
          for (const { source, envelope } of sources) {
            envelope.disconnect();
            source.stop();
          }
        },
      };
      if (left > 0) sounding.add(playing);
      for (const { source } of sources) {
        source.onended = () => {
          source.disconnect();
          left -= 1;
          if (left === 0) sounding.delete(playing);
        };
      }
      return playing;
    },
    setLoudness: (wanted) => {
      gain = gainOf(wanted);
      out?.master.gain.setTargetAtTime(gain, out.context.currentTime, FADE);
    },
    silence,
    close: () => {
      closed = true;
      silence();
      scope.close();
    },
  };
}

type Started = Readonly<{ source: AudioBufferSourceNode; envelope: GainNode; ends: number }>;

function start(
  context: AudioContext,
  master: GainNode,
  now: number,
  { after }: Part,
  found: AudioBuffer | Readonly<{ line: SpokenLine; buffer: AudioBuffer }>,
): Started {
  const whole = "buffer" in found ? found.line : { start: 0, length: found.duration, gain: 1 };
  const source = context.createBufferSource();
  source.buffer = "buffer" in found ? found.buffer : found;
  const at = now + after / 1000;
  const ends = at + whole.length;
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(whole.gain, at + FADE);
  envelope.gain.setValueAtTime(whole.gain, Math.max(at + FADE, ends - FADE));
  envelope.gain.linearRampToValueAtTime(0, ends);
  source.connect(envelope).connect(master);
  source.start(at, whole.start, whole.length);
  return { source, envelope, ends };
}

const decode = async (context: BaseAudioContext, audio: Blob): Promise<AudioBuffer> =>
  context.decodeAudioData(await audio.arrayBuffer());

/**
 * Renders one sound of the room, once; faster than it sounds. The same variant gives the same sound but for rounding:
 * Chromium adds what sounds together in no fixed order (differences below 1e-6 were measured).
 * @param variant another one gives another breath, another pen
 * @returns mono, at the level its recipe says
 */
export async function renderSound(sound: RoomSound, sampleRate: number, variant = 1): Promise<AudioBuffer> {
  const { length, level, make } = recipes[sound];
  const context = new OfflineAudioContext(1, Math.round(length * sampleRate), sampleRate);
  make({ context, random: chanceOf(sound, variant) });
  const buffer = await context.startRendering();
  const samples = buffer.getChannelData(0);
  bringTo(samples, sampleRate, level);
  return buffer;
}
