import type { Report, Studio } from "../drill/runner.ts";
import type { RoundOutcome } from "../drill/state.ts";
import type { Stop } from "../lib/clock.ts";
import { ms } from "../lib/units.ts";
import { type Microphone, MicrophoneError } from "../recorder/recorder.ts";
import type { StoreProblem } from "../store/errors.ts";
import { Ear } from "./ear.ts";
import { type KeptTake, TakeMaker, type TakeParts } from "./takeMaker.ts";

/** What the screens hear of the studio, beside the drill itself. */
export type StudioEvents = Readonly<{
  /** The loudest sample of the last 20 ms, in [0, 1]. */
  level(peak: number): void;
  /** Whether the input delivers nothing: dead, or muted by the system. */
  input(trouble: InputTrouble | null): void;
  /** Writing while recording fails; the take goes on in memory. */
  storageFailed(problem: StoreProblem): void;
  /** The take of a round is made whole. */
  kept(round: number, take: KeptTake): void;
}>;

/** Why nothing is heard although the microphone is open. */
export type InputTrouble = "dead" | "muted";

export type StudioParts = TakeParts &
  Readonly<{
    openMicrophone(): Promise<Microphone>;
    events: StudioEvents;
  }>;

/** How often it is looked whether input and recorder still live. */
const LOOK = ms(250);

/**
 * The studio of one drill: one microphone for all of it, one take a round, and an ear that listens throughout.
 */
export function openStudio(parts: StudioParts, report: Report): Studio {
  const { clock, events } = parts;
  const drill = parts.newId();
  let microphone: Microphone | null = null;
  let current: TakeMaker | null = null;
  let stopLooking: Stop | null = null;
  let ear: Ear | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let closed = false;
  let [dead, muted] = [false, false];

  const trouble = () => events.input(muted ? "muted" : dead ? "dead" : null);

  const open = async () => {
    if (microphone) return report.ready();
    const opened = await parts.openMicrophone();
    if (closed) return opened.close(); // left while the browser was asking
    microphone = opened;
    const heard = new Ear(clock.now(), {
      level: (peak, at) => {
        events.level(peak);
        current?.heard(peak, at);
      },
      voice: report.voice,
      input: (isDead) => {
        dead = isDead;
        trouble();
      },
    });
    ear = heard;
    stopLooking = clock.every(LOOK, () => {
      heard.look(clock.now());
      current?.look(clock.now());
    });
    opened.onSamples((samples, sampleRate, at) => heard.hear(samples, sampleRate, at));
    opened.onMuted((isMuted) => {
      muted = isMuted;
      trouble();
    });
    opened.onLost((reason) => {
      report.failed(reason); // ends the take, which still needs the stream for its last chunk
      void ending.finally(() => microphone === opened && release());
    });
    report.ready();
  };

  const release = () => {
    stopLooking?.();
    microphone?.close();
    [microphone, stopLooking, ear] = [null, null, null];
    if (!dead && !muted) return;
    [dead, muted] = [false, false]; // it was about this device, and not about the next one
    trouble();
  };

  const start = (beginning: Parameters<Studio["record"]>[0]) => {
    if (!microphone) return report.failed("lost");
    const reports = {
      started: () => {
        report.recording();
        if (ear?.speaking) report.voice(true); // already talking when the go was given
      },
      failed: report.failed,
      storageFailed: events.storageFailed,
    };
    current = new TakeMaker(parts, reports, microphone, { ...beginning, drill });
  };

  /** Takes the take in progress away, so that nothing more is added to it. */
  const take = (): TakeMaker | null => {
    const last = current;
    current = null;
    if (last) ending = last.stop().catch(() => undefined);
    return last;
  };

  const keep = async (outcome: RoundOutcome) => {
    const kept = await take()?.keep(outcome);
    if (kept) events.kept(outcome.round, kept);
  };

  return {
    open: () =>
      void open().catch((error: unknown) =>
        report.failed(error instanceof MicrophoneError ? error.reason : "recorder"),
      ),
    record: start,
    mark: (progress) => current?.mark(progress),
    keep: (outcome) =>
      void keep(outcome).catch(() =>
        events.kept(outcome.round, { saved: false, finished: null, reason: "recorder" }),
      ),
    discard: () => void take()?.discard(),
    close: () => {
      closed = true;
      void ending.finally(release);
    },
  };
}
