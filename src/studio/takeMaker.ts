import type { Plan } from "../drill/plan.ts";
import type { Progress } from "../drill/runner.ts";
import { currentRound, type Failure, type RoundOutcome, titleOnTable } from "../drill/state.ts";
import type { Clock } from "../lib/clock.ts";
import { localTime } from "../lib/day.ts";
import { type Locks, takeLock } from "../lib/locks.ts";
import { type Ms, ms } from "../lib/units.ts";
import { LivePeaks } from "../measure/livePeaks.ts";
import type { Microphone, Recording } from "../recorder/recorder.ts";
import type { Draft, DraftStore } from "../store/draft.ts";
import { StoreError, type StoreProblem } from "../store/errors.ts";
import type { TakeStore } from "../store/takes.ts";
import { ChunkKeeper } from "./chunkKeeper.ts";
import { draftCue, type FinishedTake, type Finishing, finishTake } from "./finishTake.ts";

/** What came of a take: kept, or made whole but not stored (its sound can still be saved by hand), or nothing. */
export type KeptTake =
  | Readonly<{ saved: true; finished: FinishedTake }>
  | Readonly<{ saved: false; finished: FinishedTake; problem: StoreProblem }>
  | Readonly<{ saved: false; finished: null; reason: Failure }>;

export type TakeParts = Readonly<{
  clock: Clock;
  drafts: DraftStore;
  takes: TakeStore;
  finishing: Finishing;
  locks: Locks;
  newId(): string;
}>;

/** What a take in progress reports. */
export type TakeReports = Readonly<{
  started(): void;
  failed(reason: Failure): void;
  storageFailed(problem: StoreProblem): void;
}>;

export type Beginning = Readonly<{ plan: Plan; round: number; redealt: boolean; drill: string }>;

/** A recorder that hands nothing over for this long is asked for what it has; for twice as long, it is given up. */
const SILENT_FOR: Ms = ms(4_000);

/**
 * One take, from the first sample to the shelf. Whatever is said is in the browser's hands at once and on disk
 * within a second; a crash at any moment leaves a draft that `recoverDrafts` makes whole.
 */
export class TakeMaker {
  private draft: Draft;
  private readonly recording: Recording;
  private readonly keeper: ChunkKeeper;
  private readonly live = new LivePeaks();
  private readonly unlock: Promise<() => void>;
  private askedAt: Ms | null = null;
  private stopped: Promise<void> | null = null;

  constructor(
    private readonly parts: TakeParts,
    private readonly reports: TakeReports,
    microphone: Microphone,
    { plan, round, redealt, drill }: Beginning,
  ) {
    const { clock, drafts, locks, newId } = parts;
    const { epoch, utcOffset } = clock.date();
    const planned = currentRound({ plan, round });
    this.draft = {
      version: 1,
      id: newId(),
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
      outline: [],
      turn: null,
      cues: [],
    };
    // The lock first, then the draft: another tab must never see a draft that nobody seems to be recording.
    this.unlock = locks.hold(takeLock(this.draft.id));
    this.save(this.unlock.then(() => drafts.save(this.draft)));
    this.keeper = new ChunkKeeper(this.draft.id, drafts, this.storageFailed);
    this.recording = microphone.record({
      started: reports.started,
      chunk: (chunk) => {
        this.askedAt = null;
        this.keeper.add(chunk);
      },
      failed: reports.failed,
    });
  }

  /** What the microphone delivered just now, for the waveform. */
  heard(peak: number, at: Ms): void {
    this.live.add(at, peak);
  }

  /** Writes down the go signal, the outline, and the cues so far. */
  mark({ goAt, bullets, markers, turnedAt }: Progress): void {
    const { spare } = currentRound({ plan: this.draft.plan, round: this.draft.round });
    this.draft = {
      ...this.draft,
      goAt,
      outline: bullets.filter((bullet) => bullet.trim() !== ""),
      turn: turnedAt === null ? null : { at: goAt + turnedAt, title: { ...spare } },
      cues: markers.map((marker) => draftCue(goAt, marker)),
    };
    const { draft } = this;
    this.save(this.unlock.then(() => this.parts.drafts.save(draft)));
  }

  /**
   * Looks whether the recorder still hands over what it hears. A machine that slept may leave it asleep: it is asked
   * first, and only given up when it does not answer.
   */
  look(now: Ms): void {
    const silent = now - (this.askedAt ?? this.keeper.lastArrival ?? this.draft.requestedAt);
    if (this.stopped || silent < SILENT_FOR) return;
    if (this.askedAt === null) {
      this.askedAt = now;
      this.recording.flush();
    } else {
      this.reports.failed("recorder");
    }
  }

  /** Resolves when the recorder has let go of the microphone. */
  stop(): Promise<void> {
    this.stopped ??= this.recording.stop();
    return this.stopped;
  }

  /** Ends the take, makes it whole, and puts it on the shelf. */
  async keep(outcome: RoundOutcome): Promise<KeptTake> {
    this.mark(outcome);
    try {
      await this.stop();
      const draft: Draft = { ...this.draft, type: this.recording.type };
      return await this.finish(draft, outcome.cutShort ?? null);
    } finally {
      this.recording.release();
      (await this.unlock)();
    }
  }

  /** Ends a take that nobody wants. */
  async discard(): Promise<void> {
    try {
      await this.stop();
      await this.parts.drafts.discard(this.draft.id);
    } catch (error) {
      this.storageFailed(error);
    } finally {
      this.recording.release();
      (await this.unlock)();
    }
  }

  private async finish(draft: Draft, cutShort: Failure | null): Promise<KeptTake> {
    const { clock, takes, finishing } = this.parts;
    let finished: FinishedTake;
    try {
      const chunks = await this.keeper.all(this.recording);
      const ending = { cutShort, recovered: false, now: clock.date().epoch };
      finished = await finishTake(draft, chunks, ending, finishing, this.live);
    } catch {
      return { saved: false, finished: null, reason: cutShort ?? "silent" }; // its draft stays on disk, to be looked at
    }
    try {
      await takes.keep(finished.take, finished.audio, finished.peaks);
      return { saved: true, finished };
    } catch (error) {
      return { saved: false, finished, problem: StoreError.from(error).problem };
    }
  }

  private save(work: Promise<void>): void {
    void work.catch(this.storageFailed);
  }

  private readonly storageFailed = (error: unknown): void =>
    this.reports.storageFailed(StoreError.from(error).problem);
}
