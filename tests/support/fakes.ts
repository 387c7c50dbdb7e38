import * as v from "valibot";
import type { Report, Studio } from "../../src/drill/runner.ts";
import type { Failure } from "../../src/drill/state.ts";
import type { Clock } from "../../src/lib/clock.ts";
import type { Locks } from "../../src/lib/locks.ts";
import { type Ms, ms, seconds } from "../../src/lib/units.ts";
import { NothingRecordedError } from "../../src/recorder/nothingRecorded.ts";
import type { Chunk, Microphone, Recording, RecordingEvents } from "../../src/recorder/recorder.ts";
import { type Draft, type DraftStore, draftSchema } from "../../src/store/draft.ts";
import { memoryStores } from "../../src/store/memory.ts";
import { takeSchema } from "../../src/store/take.ts";
import type { TakeStore } from "../../src/store/takes.ts";
import type { Finishing } from "../../src/studio/finishTake.ts";

/** A clock that stands still until it is told to go on. */
export type FakeClock = Clock &
  Readonly<{
    /** Goes on by a span, calling everything that falls due on the way, in order, each at its moment. */
    advance(span: Ms): void;
    /** How many timers are running. */
    timers(): number;
  }>;

/** @param epoch the wall clock's reading at the clock's 0, in milliseconds since 1970 UTC */
export function fakeClock(epoch = Date.UTC(2026, 10, 21, 1, 30)): FakeClock {
  let now = 0;
  let timers: { due: number; period: number | null; work: () => void }[] = [];
  const start = (due: number, period: number | null, work: () => void) => {
    const timer = { due, period, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    now: () => ms(now),
    date: () => ({ epoch: epoch + now, utcOffset: 480 }),
    every: (period, work) => start(now + period, period, work),
    after: (delay, work) => start(now + delay, null, work),
    advance: (span) => {
      const end = now + span;
      for (;;) {
        const [timer] = timers.toSorted((a, b) => a.due - b.due);
        if (!timer || timer.due > end) break;
        now = timer.due;
        if (timer.period === null) timers = timers.filter((other) => other !== timer);
        else timer.due += timer.period;
        timer.work();
      }
      now = end;
    },
    timers: () => timers.length,
  };
}

/** A studio that writes down what the runner asks of it, and answers only when the test does. */
export type FakeStudio = Readonly<{
  /** To be handed to the runner. */
  open: (report: Report) => Studio;
  /** What was asked, in order: `"open"`, `"record 0"`, `"record 0 again"`, `"mark 2"`, `"keep 0"`, `"discard"`, `"close"`. */
  asked: string[];
  /** What was handed over with `record`, `mark` and `keep`. */
  given: {
    record: Parameters<Studio["record"]>[0][];
    mark: Parameters<Studio["mark"]>[0][];
    keep: Parameters<Studio["keep"]>[0][];
  };
  /** How the world answers. */
  report: Report;
}>;

/** @param answers what it answers by itself, at once, as a real one does whose microphone is open already */
export function fakeStudio(answers: Partial<{ open: (report: Report) => void }> = {}): FakeStudio {
  let answer: Report | undefined;
  const asked: string[] = [];
  const given: FakeStudio["given"] = { record: [], mark: [], keep: [] };
  const report = (): Report => {
    if (!answer) throw new Error("No runner has opened this studio");
    return answer;
  };
  return {
    asked,
    given,
    report: {
      ready: () => report().ready(),
      recording: () => report().recording(),
      voice: (speaking) => report().voice(speaking),
      failed: (reason) => report().failed(reason),
    },
    open: (to) => {
      answer = to;
      return {
        open: () => {
          asked.push("open");
          answers.open?.(to);
        },
        record: (beginning) => {
          asked.push(`record ${beginning.round}${beginning.redealt ? " again" : ""}`);
          given.record.push(beginning);
        },
        mark: (progress) => {
          asked.push(`mark ${progress.markers.length}`);
          given.mark.push(progress);
        },
        keep: (outcome) => {
          asked.push(`keep ${outcome.round}`);
          given.keep.push(outcome);
        },
        discard: () => void asked.push("discard"),
        close: () => void asked.push("close"),
      };
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One recording of a fake microphone: hands over what the test says, when it says so. */
export type FakeRecording = Recording &
  Readonly<{
    /** The first sample is in. */
    start(): void;
    /** Hands over a chunk now; its bytes are told by the number. */
    chunk(number: number): void;
    fail(reason: Failure): void;
    /** What was asked of it, in order: `"flush"`, `"stop"`, `"release"`. */
    asked: string[];
    /** Lets a stop that waits come to its end. */
    letStop(): void;
  }>;

export type FakeMicrophone = Microphone &
  Readonly<{
    recordings: FakeRecording[];
    /** Everything that was asked of it and its recordings, in order, with `"close"`. */
    asked: string[];
    hear(samples: Float32Array, sampleRate?: number): void;
    lose(reason: Failure): void;
    mute(muted: boolean): void;
    /** The recording that was begun last. */
    recording(): FakeRecording;
  }>;

export type MicrophoneHabits = Readonly<{
  /** Stops only when the test lets it. */
  stopsSlowly?: boolean;
  /** Hands over a last chunk of that number when it is stopped. */
  tail?: number;
  /** What it says it recorded once it has, when that is not what it was asked for. */
  recordsInstead?: string;
}>;

export const FAKE_TYPE = "audio/webm;codecs=opus";
/** The bytes of a fake chunk. */
export const chunkBytes = (number: number): ArrayBuffer => Uint8Array.of(number, 1, 2, 3).buffer;

export function fakeMicrophone(clock: Clock, habits: MicrophoneHabits = {}): FakeMicrophone {
  const asked: string[] = [];
  const recordings: FakeRecording[] = [];
  const samplers: Parameters<Microphone["onSamples"]>[0][] = [];
  const losers: Parameters<Microphone["onLost"]>[0][] = [];
  const muters: Parameters<Microphone["onMuted"]>[0][] = [];
  const ask = (word: string) => void asked.push(word);
  return {
    facts: {
      label: "Headset",
      sampleRate: 48_000,
      channels: 1,
      echoCancellation: true,
      noiseSuppression: false,
      autoGainControl: null,
    },
    type: FAKE_TYPE,
    recordings,
    asked,
    record: (events) => {
      const recording = fakeRecording(clock, events, habits, ask);
      recordings.push(recording);
      ask("record");
      return recording;
    },
    onSamples: (listener) => void samplers.push(listener),
    onLost: (listener) => void losers.push(listener),
    onMuted: (listener) => void muters.push(listener),
    close: () => {
      ask("close");
      for (const listeners of [samplers, losers, muters]) listeners.length = 0; // a closed one says nothing more
    },
    hear: (samples, sampleRate = 16_000) => {
      for (const listener of samplers) listener(samples, sampleRate, clock.now());
    },
    lose: (reason) => {
      for (const listener of losers) listener(reason);
    },
    mute: (muted) => {
      for (const listener of muters) listener(muted);
    },
    recording: () => {
      const last = recordings.at(-1);
      if (!last) throw new Error("Nothing was recorded yet");
      return last;
    },
  };
}

function fakeRecording(
  clock: Clock,
  events: RecordingEvents,
  { stopsSlowly = false, tail, recordsInstead }: MicrophoneHabits,
  tell: (word: string) => void,
): FakeRecording {
  const held: ArrayBuffer[] = [];
  const asked: string[] = [];
  let letStop: () => void = () => undefined;
  let stopping: Promise<void> | undefined;
  const ask = (word: string) => {
    asked.push(word);
    tell(word);
  };
  const chunk = (number: number) => {
    held.push(chunkBytes(number));
    events.chunk({ bytes: chunkBytes(number), arrivedAt: clock.now() });
  };
  const stop = async () => {
    ask("stop");
    if (stopsSlowly)
      await new Promise<void>((resolve) => {
        letStop = resolve;
      });
    if (tail !== undefined) chunk(tail);
    tell("stopped");
  };
  return {
    get type() {
      return held.length > 0 ? (recordsInstead ?? FAKE_TYPE) : FAKE_TYPE;
    },
    asked,
    start: () => events.started(clock.now()),
    chunk,
    fail: events.failed,
    flush: () => ask("flush"),
    release: () => ask("release"),
    held: async () => [...held],
    letStop: () => letStop(),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Stores in memory that write down what is asked of them, and fail when they are told to. */
export type FakeStores = Readonly<{
  drafts: DraftStore;
  takes: TakeStore;
  /** What was asked, in order: `"save"`, `"append 0"`, `"chunks"`, `"keep"`, `"discard"`. */
  asked: string[];
  /** The drafts that lie there, and the number of chunks of each. */
  left(): Readonly<Record<string, number>>;
  /** Lets a kind of call fail from now on; without an error, lets it work again. */
  fault(call: "save" | "append" | "chunks" | "keep" | "discard" | "list", error?: unknown): void;
}>;

export function fakeStores(): FakeStores {
  const asked: string[] = [];
  const faults = new Map<string, unknown>();
  const drafts = new Map<string, Draft>();
  const chunks = new Map<string, Map<number, Chunk>>();
  const shelf = memoryStores().takes;
  const on = async <T>(call: string, work: () => T | Promise<T>, detail = ""): Promise<T> => {
    asked.push(call + detail);
    await Promise.resolve(); // no disk answers at once
    if (faults.has(call)) throw faults.get(call);
    return work();
  };
  const forget = (id: string) => {
    drafts.delete(id);
    chunks.delete(id);
  };
  return {
    asked,
    left: () =>
      Object.fromEntries(
        [...new Set([...drafts.keys(), ...chunks.keys()])].map((id) => [id, chunks.get(id)?.size ?? 0]),
      ),
    fault: (call, error) => void (error === undefined ? faults.delete(call) : faults.set(call, error)),
    drafts: {
      save: (draft) => on("save", () => void drafts.set(draft.id, v.parse(draftSchema, draft))),
      append: (id, index, chunk) =>
        on(
          "append",
          () => {
            const mine = chunks.get(id) ?? new Map<number, Chunk>();
            chunks.set(id, mine.set(index, structuredClone(chunk)));
          },
          ` ${index}`,
        ),
      list: () =>
        on("list", () => ({
          drafts: [...drafts.values()],
          unreadable: [],
          strays: [...chunks.keys()].filter((id) => !drafts.has(id)),
        })),
      chunks: (id) => on("chunks", () => new Map(chunks.get(id))),
      discard: (id) => on("discard", () => forget(id)),
    },
    takes: {
      ...shelf,
      keep: (take, audio, peaks) =>
        on("keep", async () => {
          await shelf.keep(v.parse(takeSchema, take), audio, peaks);
          forget(take.id);
        }),
    },
  };
}

/** Locks of one browser: two users of the same ones are two tabs. */
export type FakeLocks = Locks & Readonly<{ held: ReadonlySet<string>; asked: string[] }>;

export function fakeLocks(): FakeLocks {
  const held = new Set<string>();
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const release = (name: string) => {
    held.delete(name);
    asked.push(`release ${name}`);
    for (const again of waiting.splice(0)) again();
  };
  const take = (name: string) => {
    held.add(name);
    asked.push(`hold ${name}`);
  };
  return {
    held,
    asked,
    hold: async (name) => {
      while (held.has(name)) await new Promise<void>((again) => waiting.push(again));
      await Promise.resolve(); // the browser answers later, too
      take(name);
      return () => held.has(name) && release(name);
    },
    tryWith: async (name, work) => {
      if (held.has(name)) return false;
      take(name);
      await work().finally(() => release(name));
      return true;
    },
    isHeld: async (prefix) => [...held].some((name) => name.startsWith(prefix)),
  };
}

/**
 * The edges of finishing, without sound: a file is its chunks one after the other, a second long each; a moment lies
 * as far into it as it came after recording was asked for. Bytes that begin with 255 hold no sound.
 */
export const fakeFinishing: Finishing = {
  finalise: async (chunks, type, requestedAt) => {
    if (chunks.length === 0 || new Uint8Array(chunks[0]?.bytes ?? [])[0] === 255)
      throw new NothingRecordedError("Nothing audible");
    const length = seconds(chunks.length);
    return {
      audio: new Blob(
        chunks.map(({ bytes }) => bytes),
        { type },
      ),
      length,
      gaps: [],
      gapsKnown: true,
      place: (moment) => seconds(Math.min(length, Math.max(0, (moment - requestedAt) / 1000))),
    };
  },
  decode: async function* () {
    yield { start: seconds(0), samples: new Float32Array(16_000).fill(0.5), sampleRate: 16_000 };
  },
  checksum: async () => "0123456789abcdef".repeat(4),
};
