import type { Stop } from "../lib/clock.ts";
import { type OwnLocks, TAKE_LOCKS } from "../lib/locks.ts";
import { contextOf, keptOf } from "../measure/kept.ts";
import type { Context, Findings } from "../measure/measure.ts";
import { isMeasured, type KeptMeasures, measuresOf } from "../store/measures.ts";
import type { Take } from "../store/take.ts";
import type { TakeStore } from "../store/takes.ts";
import { type Job, nextJob } from "./measuringQueue.ts";

/** How far a take is with being measured. */
export type MeasuringState =
  | Readonly<{ is: "waiting" }>
  | Readonly<{ is: "failed" }>
  /** `share` of it was heard, in [0, 1]. */
  | Readonly<{ is: "measuring"; share: number }>
  | Readonly<{ is: "measured"; measures: KeptMeasures }>;

type Options = Readonly<{ progress(seconds: number): void; signal: AbortSignal }>;

export type MeasuringParts = Readonly<{
  takes: Pick<TakeStore, "get" | "audio" | "measured">;
  locks: OwnLocks;
  /** Decodes a sound and measures it, away from the page. */
  measure(audio: Blob, context: Context, options: Options): Promise<Findings>;
  /** Calls once the page has nothing else to do. */
  whenIdle(work: () => void): Stop;
}>;

type TakeJob = Job & Readonly<{ take: Take; audio(): Promise<Blob>; show(state: MeasuringState): void }>;

/**
 * Has takes measured and keeps what comes of it: one at a time, the one that is looked at first, then the newest, and
 * none while this tab records. A lock on each take keeps two tabs from doing the same work.
 */
export class Measuring {
  private jobs: readonly TakeJob[] = [];
  private running: Readonly<{ job: TakeJob; abort: AbortController }> | null = null;
  private stopWaiting: Stop | null = null;
  /** Takes that could not be measured: they are tried again when they are opened, and not in passing. */
  private readonly failed = new Set<string>();

  constructor(private readonly parts: MeasuringParts) {
    parts.locks.onChange(() => this.turn());
  }

  /**
   * Measures a take that somebody looks at, unless it is measured already.
   * @param show hears the state at once, and whenever it changes
   * @returns ends it: nobody looks any more
   */
  watch(take: Take, audio: Blob, show: (state: MeasuringState) => void): Stop {
    const measures = measuresOf(take);
    if (measures) {
      show({ is: "measured", measures });
      return () => undefined;
    }
    show({ is: "waiting" });
    return this.add([{ take, opened: true, audio: async () => audio, show }]);
  }

  /** Measures what is left of some takes, one after the other, whenever the page is idle. */
  fill(takes: readonly Take[]): Stop {
    const left = takes.filter((take) => !isMeasured(take) && !this.failed.has(take.id));
    return this.add(
      left.map((take) => ({
        take,
        opened: false,
        audio: () => this.parts.takes.audio(take.id),
        show: () => undefined,
      })),
    );
  }

  private add(jobs: readonly TakeJob[]): Stop {
    this.jobs = [...this.jobs, ...jobs];
    this.turn();
    return () => {
      this.jobs = this.jobs.filter((job) => !jobs.includes(job));
      if (this.running && jobs.includes(this.running.job)) this.running.abort.abort();
      if (this.jobs.length === 0) this.stopWaiting?.();
    };
  }

  /** Starts what comes next, if anything may be started; stops what may not go on. */
  private turn(idle = false): void {
    const recording = this.parts.locks.holds(TAKE_LOCKS);
    if (this.running) {
      if (recording) this.running.abort.abort();
      return;
    }
    const job = recording ? undefined : nextJob(this.jobs);
    if (!job) return;
    if (job.opened || idle) {
      void this.start(job);
      return;
    }
    this.stopWaiting?.();
    this.stopWaiting = this.parts.whenIdle(() => this.turn(true));
  }

  private async start(job: TakeJob): Promise<void> {
    const abort = new AbortController();
    this.running = { job, abort };
    try {
      const measures = await this.locked(job, abort.signal);
      this.finish(job, measures && { is: "measured", measures });
    } catch {
      if (abort.signal.aborted) {
        if (this.jobs.includes(job)) job.show({ is: "waiting" });
      } else {
        this.failed.add(job.take.id);
        this.finish(job, { is: "failed" });
      }
    }
    this.running = null;
    this.turn();
  }

  private finish(job: TakeJob, state: MeasuringState | null): void {
    const wanted = this.jobs.includes(job);
    this.jobs = this.jobs.filter((other) => other !== job);
    if (wanted && state) job.show(state);
  }

  /** Measures under the take's lock. Another tab that is at it is waited for, and has left its numbers then. */
  private async locked(job: TakeJob, signal: AbortSignal): Promise<KeptMeasures | null> {
    const { locks } = this.parts;
    const lock = `measure/${job.take.id}`;
    let measures: KeptMeasures | null = null;
    const ran = await locks.tryWith(lock, async () => {
      measures = await this.measure(job, signal);
    });
    if (ran || !job.opened) return measures;
    const held = locks.hold(lock);
    try {
      await Promise.race([held, aborted(signal)]);
      return await this.measure(job, signal);
    } finally {
      void held.then((release) => release());
    }
  }

  private async measure(job: TakeJob, signal: AbortSignal): Promise<KeptMeasures> {
    const { takes, measure } = this.parts;
    const stored = await takes.get(job.take.id).catch(() => undefined);
    const already = stored && measuresOf(stored);
    if (already) return already;
    const take = stored ?? job.take; // one that could not be stored is measured all the same
    const audio = await job.audio();
    signal.throwIfAborted();
    const heard = (seconds: number) => {
      if (!signal.aborted) job.show({ is: "measuring", share: Math.min(1, seconds / (take.length || 1)) });
    };
    heard(0);
    const measures = keptOf(await measure(audio, contextOf(take), { progress: heard, signal }));
    await takes.measured(take, measures).catch(() => undefined); // no room for them: they are counted again next time
    return measures;
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
