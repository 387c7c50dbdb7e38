import { currentRound, type Failure, type RoundOutcome, titleOnTable } from "../drill/drill.ts";
import type { Plan } from "../drill/plan.ts";
import type { Report, Studio } from "../drill/runner.ts";
import type { Clock, Stop } from "../lib/clock.ts";
import { localTime } from "../lib/day.ts";
import { ms } from "../lib/units.ts";
import { type InputWatch, watched, watchInput } from "../measure/deadInput.ts";
import { peak } from "../measure/level.ts";
import { VoiceDetector } from "../measure/voice.ts";
import { type Chunk, type Microphone, MicrophoneError, type Recording } from "../recorder/recorder.ts";
import type { Draft, DraftStore } from "../store/draft.ts";
import { StoreError, type StoreProblem } from "../store/errors.ts";
import type { TakeStore } from "../store/takes.ts";
import { draftCue, type FinishedTake, type Finishing, finishTake } from "./finishTake.ts";

/** What came of a take: kept, or made whole but not stored (its sound can still be saved by hand), or nothing. */
export type KeptTake =
  | Readonly<{ saved: true; finished: FinishedTake }>
  | Readonly<{ saved: false; finished: FinishedTake; problem: StoreProblem }>
  | Readonly<{ saved: false; finished: null; reason: Failure }>;

/** What the screens hear of the studio, beside the drill itself. */
export type StudioEvents = Readonly<{
  /** The loudest sample of the last 20 ms, in [0, 1]. */
  level(peak: number): void;
  /** Whether the input is dead: open, and delivering nothing. */
  input(dead: boolean): void;
  /** Writing while recording fails; the take goes on in memory. */
  storageFailed(problem: StoreProblem): void;
  /** The take of a round is made whole. */
  kept(round: number, take: KeptTake): void;
}>;

export type StudioParts = Readonly<{
  clock: Clock;
  openMicrophone(): Promise<Microphone>;
  drafts: DraftStore;
  takes: TakeStore;
  finishing: Finishing;
  newId(): string;
  events: StudioEvents;
}>;

/** One take being made. */
type InProgress = { draft: Draft; recording: Recording; chunks: Chunk[] };

/** How often a suspended input, which sends no blocks, is looked at. */
const WATCH = ms(250);

/**
 * The studio of one drill: the microphone, what is written while it is open, and who listens. Everything said is in
 * memory and on disk at once; losing either loses nothing.
 */
export function openStudio(parts: StudioParts, report: Report): Studio {
  const { clock, drafts, takes, events } = parts;
  const drill = parts.newId();
  const voice = new VoiceDetector();
  let speaking = false;
  let microphone: Microphone | null = null;
  let current: InProgress | null = null;
  let stopWatching: Stop | null = null;
  let watch: InputWatch | null = null;
  let stopped: Promise<void> = Promise.resolve();
  let closed = false;

  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) => events.storageFailed(StoreError.from(error).problem));

  const observe = (samples?: Float32Array) => {
    if (!watch) return;
    const before = watch.dead;
    watch = watched(watch, clock.now(), samples);
    if (watch.dead !== before) events.input(watch.dead);
  };
  const hear = (samples: Float32Array, sampleRate: number) => {
    events.level(peak(samples));
    observe(samples);
    const now = voice.push(samples, sampleRate);
    if (now !== speaking) {
      speaking = now;
      report.voice(now);
    }
  };

  const open = async () => {
    if (microphone) return report.ready();
    const opened = await parts.openMicrophone();
    if (closed) return opened.close(); // left while the browser was asking
    microphone = opened;
    watch = watchInput(clock.now());
    stopWatching = clock.every(WATCH, () => observe());
    opened.onSamples(hear);
    opened.onLost((reason) => {
      release();
      report.failed(reason);
    });
    report.ready();
  };

  const release = () => {
    stopWatching?.();
    microphone?.close();
    [microphone, stopWatching, watch] = [null, null, null];
  };

  const record = (plan: Plan, round: number, redealt: boolean) => {
    if (!microphone) return report.failed("lost");
    const { epoch, utcOffset } = clock.date();
    const planned = currentRound({ plan, round });
    const draft: Draft = {
      version: 1,
      id: parts.newId(),
      drill,
      round,
      seed: plan.seed,
      plan,
      title: { ...titleOnTable(planned, redealt) },
      language: plan.language,
      started: localTime(epoch, utcOffset),
      support: plan.support,
      pressure: planned.pressure,
      microphone: { ...microphone.facts },
      type: microphone.type,
      requestedAt: clock.now(),
      goAt: null,
      cues: [],
    };
    guarded(drafts.save(draft)); // asked for before the first chunk can be, so it is written before it
    const chunks: Chunk[] = [];
    const recording = microphone.record({
      started: () => {
        report.recording();
        if (speaking) report.voice(true); // already talking when go was given
      },
      chunk: (chunk) => {
        chunks.push(chunk);
        guarded(drafts.append(draft.id, chunks.length - 1, chunk));
      },
      failed: (reason) => report.failed(reason),
    });
    current = { draft, recording, chunks };
  };

  const mark: Studio["mark"] = ({ goAt, markers }) => {
    if (!current) return;
    current.draft = { ...current.draft, goAt, cues: markers.map((marker) => draftCue(goAt, marker)) };
    guarded(drafts.save(current.draft));
  };

  const keep = async ({ round, goAt, markers, cutShort }: RoundOutcome) => {
    const take = current;
    if (!take) return;
    mark({ goAt, markers });
    current = null;
    stopped = take.recording.stop();
    await stopped;
    const draft: Draft = { ...take.draft, type: take.recording.type };
    events.kept(round, await finishAndStore(draft, take.chunks, cutShort ?? null));
  };

  const finishAndStore = async (
    draft: Draft,
    chunks: readonly Chunk[],
    cutShort: Failure | null,
  ): Promise<KeptTake> => {
    let finished: FinishedTake;
    try {
      finished = await finishTake(draft, chunks, cutShort, parts.finishing);
    } catch {
      return { saved: false, finished: null, reason: cutShort ?? "silent" }; // the draft stays on disk
    }
    try {
      await takes.keep(finished.take, finished.audio, finished.peaks);
      return { saved: true, finished };
    } catch (error) {
      return { saved: false, finished, problem: StoreError.from(error).problem };
    }
  };

  const fail = (error: unknown) =>
    report.failed(error instanceof MicrophoneError ? error.reason : "recorder");

  return {
    open: () => void open().catch(fail),
    record: ({ plan, round, redealt }) => record(plan, round, redealt),
    mark,
    keep: (outcome) =>
      void keep(outcome).catch(() =>
        events.kept(outcome.round, { saved: false, finished: null, reason: "recorder" }),
      ),
    discard: () => {
      const take = current;
      current = null;
      if (!take) return;
      stopped = take.recording.stop();
      guarded(stopped.then(() => drafts.discard(take.draft.id)));
    },
    close: () => {
      closed = true;
      void stopped.finally(release); // a take that is being ended still needs its stream until its last chunk is out
    },
  };
}
