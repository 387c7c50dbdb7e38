import { type Ms, ms } from "../lib/units.ts";
import { type InputWatch, watched, watchInput } from "../measure/deadInput.ts";
import { peak } from "../measure/level.ts";
import { VoiceDetector } from "../measure/voice.ts";

/** What is heard from the microphone, beside the recording. */
export type Heard = Readonly<{
  /** The loudest sample of the last 20 ms, in [0, 1]. */
  level(peak: number, at: Ms): void;
  voice(speaking: boolean): void;
  /** Whether the input is dead: open, and delivering nothing. */
  input(dead: boolean): void;
}>;

/** Longer than this between two looks, and the machine was asleep or the tab frozen: nothing can be said of the input. */
const ASLEEP: Ms = ms(1_500);

/** Listens live: is somebody speaking, is the input alive, how loud is it. */
export class Ear {
  private readonly detector = new VoiceDetector();
  private watch: InputWatch;
  private looked: Ms;
  /** Whether somebody is speaking right now. */
  speaking = false;

  constructor(
    now: Ms,
    private readonly heard: Heard,
  ) {
    this.watch = watchInput(now);
    this.looked = now;
  }

  /** A block of samples, mono in [-1, 1], that ended at `at`. */
  hear(samples: Float32Array, sampleRate: number, at: Ms): void {
    this.heard.level(peak(samples), at);
    this.look(at, samples);
    const speaking = this.detector.push(samples, sampleRate);
    if (speaking === this.speaking) return;
    this.speaking = speaking;
    this.heard.voice(speaking);
  }

  /** Looks whether the input still lives; called also when no samples come, which is the point. */
  look(now: Ms, samples?: Float32Array): void {
    const slept = now - this.looked > ASLEEP;
    this.looked = now;
    if (slept) this.watch = { ...this.watch, heardAt: now };
    const { dead } = this.watch;
    this.watch = watched(this.watch, now, samples);
    if (this.watch.dead !== dead) this.heard.input(this.watch.dead);
  }
}
