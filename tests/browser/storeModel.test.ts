import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ms, s } from "../../src/lib/units.ts";
import type { Chunk } from "../../src/recorder/recorder.ts";
import { type Database, openDatabase, type StoreName, storeNames } from "../../src/store/database.ts";
import type { Draft, DraftStore } from "../../src/store/draft.ts";
import { StoreError, type StoreProblem } from "../../src/store/errors.ts";
import { idbDrafts, idbTakes } from "../../src/store/idb.ts";
import { defaultSettings, idbSettings, type Settings, type SettingsStore } from "../../src/store/settings.ts";
import { readTake, type Take, type TakeEdit } from "../../src/store/take.ts";
import type { TakeStore } from "../../src/store/takes.ts";
import { aDraft, aTake, uuid } from "../support/builders.ts";
import { someMeasures } from "../support/measures.ts";

/*
 * The store against a plain model: any operations in any order, on the IndexedDB of a real browser. After each one,
 * what lies on disk is read past the store and compared. Faults strike between any two steps of an operation; then
 * everything has to be as it was before or as it is after, and what was called done has to be done.
 */

const NAME = "offscript-model";
/** When everything in here happens, in milliseconds since 1970 UTC. */
const NOW = 1_795_300_000_000;

/** What each store holds, by key, in plain values: bytes as numbers, sound as text. */
type Contents = Readonly<Record<StoreName, Readonly<Record<string, unknown>>>>;

const nothing = Object.fromEntries(storeNames.map((name) => [name, {}])) as Contents;

const put = (contents: Contents, name: StoreName, key: string, value: unknown): Contents => ({
  ...contents,
  [name]: { ...contents[name], [key]: value },
});
const without = (contents: Contents, name: StoreName, gone: (key: string) => boolean): Contents => ({
  ...contents,
  [name]: Object.fromEntries(Object.entries(contents[name]).filter(([key]) => !gone(key))),
});
/** By key, as IndexedDB sorts them. */
const sorted = (values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

type Stores = Readonly<{ takes: TakeStore; drafts: DraftStore; settings: SettingsStore }>;

/** What came of an operation: an answer, or the problem it was refused with. */
type Outcome = Readonly<{ answer: unknown }> | Readonly<{ refused: StoreProblem }>;
type Expected = Readonly<{ after: Contents; outcome: Outcome }>;

/** One thing the app may ask of its store, and what the model says of it. */
type Operation = Readonly<{
  text: string;
  run(stores: Stores): Promise<unknown>;
  expected(before: Contents): Expected;
}>;

const done = (after: Contents, answer: unknown = undefined): Expected => ({ after, outcome: { answer } });
const refused = (after: Contents, problem: StoreProblem): Expected => ({
  after,
  outcome: { refused: problem },
});
const reading = (text: string, run: Operation["run"], of: (contents: Contents) => unknown): Operation => ({
  text,
  run,
  expected: (contents) => done(contents, of(contents)),
});

const takeIn = (contents: Contents, id: string): Take | undefined => {
  const read = readTake(contents.takes[id]);
  return "take" in read ? read.take : undefined;
};
const chunkKey = (id: string, index: number) => `${id}/${String(index).padStart(6, "0")}`;
const plainChunk = ({ bytes, arrivedAt }: Chunk) => ({ bytes: [...new Uint8Array(bytes)], arrivedAt });
const plainDraft = (draft: Draft) => ({ ...draft });

const keep = (take: Take, sound: string, peaks: readonly number[]): Operation => ({
  text: `keep ${short(take.id)} "${sound}"`,
  run: ({ takes }) => takes.keep(take, new Blob([sound]), Float32Array.from(peaks)),
  expected: (before) => {
    if (Number.isNaN(take.length)) return refused(before, "broken"); // checked on the way in
    const kept = put(
      put(put(before, "takes", take.id, take), "audio", take.id, sound),
      "peaks",
      take.id,
      peaks,
    );
    return done(forget(kept, take.id));
  },
});
const forget = (contents: Contents, id: string): Contents =>
  without(
    without(contents, "drafts", (key) => key === id),
    "chunks",
    (key) => key.startsWith(`${id}/`),
  );

const change = (text: string, id: string, run: Operation["run"], how: Partial<Take>): Operation => ({
  text,
  run,
  expected: (before) => {
    const take = takeIn(before, id);
    if (!take) return refused(before, "missing");
    return done(put(before, "takes", id, { ...take, ...how, changed: NOW }));
  },
});
const edit = (id: string, what: TakeEdit) =>
  change(`edit ${short(id)} ${JSON.stringify(what)}`, id, ({ takes }) => takes.edit(id, what), what);
const bin = (id: string, binned: number | null) =>
  change(`bin ${short(id)} ${binned}`, id, ({ takes }) => takes.bin(id, binned), { binned });

const measured = (id: string): Operation => ({
  text: `measured ${short(id)}`,
  run: ({ takes }) => takes.measured({ id, audio: aTake().audio }, someMeasures()),
  expected: (before) => {
    const take = takeIn(before, id);
    if (!take) return refused(before, "missing");
    return done(put(before, "takes", id, { ...take, measures: someMeasures() })); // no edit: `changed` stays
  },
});

const emptyBin = (before: number): Operation => ({
  text: `empty the bin before ${before}`,
  run: ({ takes }) => takes.emptyBin(before),
  expected: (contents) => {
    const gone = (id: string) => {
      const binned = takeIn(contents, id)?.binned ?? null;
      return binned !== null && binned < before;
    };
    return done(
      (["takes", "audio", "peaks"] as const).reduce(
        (left, name) => without(left, name, (key) => key in contents.takes && gone(key)),
        contents,
      ),
    );
  },
});

const listTakes = reading(
  "list the takes",
  ({ takes }) => takes.list(),
  ({ takes }) => {
    const reads = sorted(takes).map(([id, value]) => ({ id, read: readTake(value) }));
    const kept = reads.flatMap(({ read }) =>
      "take" in read && read.take.binned === null ? [read.take] : [],
    );
    return {
      takes: kept.sort((a, b) =>
        a.started.local > b.started.local ? -1 : a.started.local < b.started.local ? 1 : 0,
      ),
      unreadable: reads.flatMap(({ id, read }) => ("take" in read ? [] : [{ id, problem: read.problem }])),
    };
  },
);
const getTake = (id: string) =>
  reading(
    `get ${short(id)}`,
    ({ takes }) => takes.get(id),
    (contents) => takeIn(contents, id),
  );
const getAudio = (id: string): Operation => ({
  text: `get the sound of ${short(id)}`,
  run: async ({ takes }) => (await takes.audio(id)).text(),
  expected: (before) => (id in before.audio ? done(before, before.audio[id]) : refused(before, "missing")),
});
const getPeaks = (id: string) =>
  reading(
    `get the peaks of ${short(id)}`,
    async ({ takes }) => [...(await takes.peaks(id))],
    ({ peaks }) => peaks[id] ?? [],
  );

const save = (draft: Draft): Operation => ({
  text: `save draft ${short(draft.id)} with ${draft.cues.length} cues`,
  run: ({ drafts }) => drafts.save(draft),
  expected: (before) => done(put(before, "drafts", draft.id, plainDraft(draft))),
});
const append = (id: string, index: number, chunk: Chunk): Operation => ({
  text: `append chunk ${index} to ${short(id)}`,
  run: ({ drafts }) => drafts.append(id, index, chunk),
  expected: (before) => done(put(before, "chunks", chunkKey(id, index), plainChunk(chunk))),
});
const discard = (id: string): Operation => ({
  text: `discard ${short(id)}`,
  run: ({ drafts }) => drafts.discard(id),
  expected: (before) => done(forget(before, id)),
});
const listDrafts = reading(
  "list the drafts",
  ({ drafts }) => drafts.list(),
  ({ drafts, chunks }) => {
    const all = sorted(drafts);
    const owners = new Set(sorted(chunks).map(([key]) => key.split("/")[0] ?? ""));
    return {
      drafts: all.flatMap(([, draft]) => (isSpoilt(draft) ? [] : [draft])),
      unreadable: all.flatMap(([id, draft]) => (isSpoilt(draft) ? [id] : [])),
      strays: [...owners].filter((id) => !(id in drafts)),
    };
  },
);
const getChunks = (id: string) =>
  reading(
    `get the chunks of ${short(id)}`,
    async ({ drafts }) =>
      Object.fromEntries(
        [...(await drafts.chunks(id))].map(([index, chunk]) => [chunkKey(id, index), plainChunk(chunk)]),
      ),
    ({ chunks }) => Object.fromEntries(Object.entries(chunks).filter(([key]) => key.startsWith(`${id}/`))),
  );

const saveSettings = (settings: Settings): Operation => ({
  text: `save settings ${settings.cuesOff.join()}`,
  run: (stores) => stores.settings.save(settings),
  expected: (before) => done(put(before, "settings", "settings", settings)),
});
const loadSettings = reading(
  "load the settings",
  (stores) => stores.settings.load(),
  ({ settings }) => settings.settings ?? defaultSettings,
);

const short = (id: string): string => id.slice(-1);

/** A record of a version yet to come: must be said to be there, and left alone by everything. */
const SPOILT = { version: 99, id: "from the future" };
const isSpoilt = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(SPOILT);

/** How an operation is disturbed, and at which of its steps (a transaction opened, a request made), from 1. */
type Fault = Readonly<{ kind: (typeof faultKinds)[number]; at: number }>;
const faultKinds = [
  "abort", // the browser gives the transaction up, after this request
  "abort-later", // the same, once this request has succeeded
  "full", // the request throws: no room
  "refuse", // the request throws: no longer open
  "close", // the connection closes while the request is under way
] as const;

/** A database that one fault can be armed in. */
class Saboteur implements Database {
  readonly emptied = false;
  private armed: { kind: Fault["kind"]; in: number } | null = null;
  /** The fault has struck since it was armed. */
  struck = false;

  constructor(private readonly real: Database) {}

  arm({ kind, at }: Fault): void {
    this.armed = { kind, in: at };
    this.struck = false;
  }

  disarm(): void {
    this.armed = null;
  }

  store(name: StoreName): ReturnType<Database["store"]> {
    return async (mode, callback) => {
      const strike = this.step();
      if (strike) this.throwOrClose(strike);
      return this.real.store(name)(mode, (store) => {
        if (strike?.startsWith("abort")) abortSoon(store.transaction);
        return callback(this.watched(store));
      });
    };
  }

  async together(names: readonly StoreName[], work: Parameters<Database["together"]>[1]): Promise<void> {
    const strike = this.step();
    if (strike) this.throwOrClose(strike);
    await this.real.together(names, (store) => {
      const [first] = names;
      if (first && strike?.startsWith("abort")) abortSoon(store(first).transaction);
      let asking = true;
      work((name) => this.watched(store(name), () => asking));
      asking = false;
    });
  }

  close(): void {
    this.real.close();
  }

  /** Counts one step; tells which fault strikes at it. */
  private step(): Fault["kind"] | null {
    if (!this.armed || --this.armed.in > 0) return null;
    const { kind } = this.armed;
    this.armed = null;
    this.struck = true;
    return kind;
  }

  private throwOrClose(kind: Fault["kind"]): void {
    if (kind === "full") throw new DOMException("No room", "QuotaExceededError");
    if (kind === "refuse") throw new DOMException("Not open", "InvalidStateError");
    if (kind === "close") this.real.close();
  }

  /** The store, with every request to it counted. Where nobody is there to catch, the transaction is given up. */
  private watched(store: IDBObjectStore, mayThrow = () => true): IDBObjectStore {
    return new Proxy(store, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          const strike = this.step();
          if (strike && mayThrow()) this.throwOrClose(strike);
          const request: unknown = value.apply(target, args);
          if (strike === "abort" || (strike && !mayThrow())) abortSoon(target.transaction);
          if (strike === "abort-later" && request instanceof IDBRequest)
            // After the store's own listener, which is added in this turn: nothing is given up between two of them.
            queueMicrotask(() => request.addEventListener("success", () => target.transaction.abort()));
          return request;
        };
      },
    });
  }
}

/** No browser gives a transaction up while a script is running: it does so between two of its turns. */
const abortSoon = (transaction: IDBTransaction): void => queueMicrotask(() => transaction.abort());

/** The real store under test, and a connection of its own that looks past it. */
class Bench {
  private database!: Saboteur;
  private stores!: Stores;
  private spy!: IDBDatabase;

  async open(): Promise<void> {
    this.database = new Saboteur(await openDatabase(NAME));
    this.stores = {
      takes: idbTakes(this.database, () => NOW),
      drafts: idbDrafts(this.database),
      settings: idbSettings(this.database),
    };
  }

  async reopen(): Promise<void> {
    this.database.close();
    await this.open();
  }

  async start(): Promise<void> {
    await this.open();
    this.spy = await answered(indexedDB.open(NAME));
  }

  async end(): Promise<void> {
    this.database.close();
    this.spy.close();
    await answered(indexedDB.deleteDatabase(NAME));
  }

  /** Does one thing, disturbed or not; tells what came of it, and whether the fault struck. */
  async does(operation: Operation, fault?: Fault): Promise<Readonly<{ outcome: Outcome; struck: boolean }>> {
    if (fault) this.database.arm(fault);
    const outcome = await operation.run(this.stores).then(
      (answer): Outcome => ({ answer }),
      (error: unknown): Outcome => {
        if (!(error instanceof StoreError)) throw error; // whatever the browser throws is told in our words
        return { refused: error.problem };
      },
    );
    this.database.disarm();
    const struck = fault !== undefined && this.database.struck;
    if (struck && fault.kind === "close") await this.reopen();
    return { outcome, struck };
  }

  async clear(): Promise<void> {
    const transaction = this.spy.transaction(storeNames, "readwrite");
    for (const name of storeNames) transaction.objectStore(name).clear();
    await completed(transaction);
  }

  async spoil(name: "takes" | "drafts", key: string): Promise<void> {
    const transaction = this.spy.transaction(name, "readwrite");
    transaction.objectStore(name).put(SPOILT, key);
    await completed(transaction);
  }

  /** Everything that is on disk, once all that was begun has come to its end. */
  async contents(): Promise<Contents> {
    const transaction = this.spy.transaction(storeNames, "readonly");
    const reads = storeNames.map((name) => {
      const store = transaction.objectStore(name);
      return [name, store.getAllKeys(), store.getAll()] as const;
    });
    await completed(transaction);
    const plain = reads.map(async ([name, keys, values]) => {
      const entries = keys.result.map(async (key, place) => [
        String(key),
        await plainly(values.result[place]),
      ]);
      return [name, Object.fromEntries(await Promise.all(entries))] as const;
    });
    return Object.fromEntries(await Promise.all(plain)) as Contents;
  }
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

async function plainly(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return value.text();
  if (value instanceof Float32Array) return [...value];
  if (typeof value === "object" && value !== null && "bytes" in value) return plainChunk(value as Chunk);
  return value;
}

type Model = { contents: Contents };
type Step = fc.AsyncCommand<Model, Bench>;

const step = (text: string, run: (model: Model, bench: Bench) => Promise<void>): Step => ({
  check: () => true,
  run,
  toString: () => text,
});

const undisturbed = (operation: Operation): Step =>
  step(operation.text, async (model, bench) => {
    const { after, outcome } = operation.expected(model.contents);
    expect((await bench.does(operation)).outcome).toEqual(outcome);
    expect(await bench.contents()).toEqual(after);
    model.contents = after;
  });

const disturbed = (operation: Operation, fault: Fault): Step =>
  step(`${operation.text} (${fault.kind} at step ${fault.at})`, async (model, bench) => {
    const before = model.contents;
    const { after, outcome } = operation.expected(before);
    const did = await bench.does(operation, fault);
    const now = await bench.contents();
    // What was called done is done, also when a fault struck on the way.
    if (!did.struck || "answer" in did.outcome) expect(did.outcome).toEqual(outcome);
    if ("answer" in did.outcome) expect(now).toEqual(after);
    else expect([before, after]).toContainEqual(now);
    model.contents = now;
  });

/** Two at the same time, as two tabs do: it comes out as if one had been first. */
const together = (one: Operation, other: Operation): Step =>
  step(`${one.text} | ${other.text}`, async (model, bench) => {
    const before = model.contents;
    const [first, second] = await Promise.all([bench.does(one), bench.does(other)]);
    const now = await bench.contents();
    const oneFirst = one.expected(before);
    const otherFirst = other.expected(before);
    const otherThen = other.expected(oneFirst.after);
    const oneThen = one.expected(otherFirst.after);
    expect([
      { now: otherThen.after, outcomes: [oneFirst.outcome, otherThen.outcome] },
      { now: oneThen.after, outcomes: [oneThen.outcome, otherFirst.outcome] },
    ]).toContainEqual({ now, outcomes: [first.outcome, second.outcome] });
    model.contents = now;
  });

const reopening = step("close and open again", async (model, bench) => {
  await bench.reopen();
  expect(await bench.contents()).toEqual(model.contents);
});

const spoiling = (name: "takes" | "drafts", id: string): Step =>
  step(`spoil ${name} ${short(id)}`, async (model, bench) => {
    await bench.spoil(name, id);
    model.contents = put(model.contents, name, id, SPOILT);
  });

const ids = fc.integer({ min: 1, max: 4 }).map(uuid);
const moments = fc.integer({ min: 1, max: 4 });
const takes = fc
  .record({
    id: ids,
    day: fc.integer({ min: 1, max: 3 }),
    length: fc.constantFrom(1, 2.5, 60),
    seed: fc.nat(9),
  })
  .map(({ day, ...facts }) =>
    aTake({ ...facts, started: { local: `2026-11-0${day}T09:30:00`, utcOffset: 480 } }),
  );
const words = fc.string({ maxLength: 6 });
const edits: fc.Arbitrary<TakeEdit> = fc.oneof(
  fc.record({ notes: words }),
  fc.record({ tags: fc.array(words, { maxLength: 2 }) }),
  fc.record({ rating: fc.record({ opening: fc.integer({ min: 1, max: 5 }) }) }),
);
const drafts = fc
  .record({ id: ids, cues: fc.nat(2), goAt: fc.option(fc.constant(s(100.5))) })
  .map(({ id, cues, goAt }) => aDraft({ id, goAt, cues: aDraft().cues.slice(0, cues) }));
const chunks = fc
  .record({ bytes: fc.uint8Array({ maxLength: 4 }), arrivedAt: fc.nat(9_000) })
  .map(({ bytes, arrivedAt }): Chunk => ({ bytes: bytes.slice().buffer, arrivedAt: ms(arrivedAt) }));

const writes = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(takes, words, fc.array(fc.constantFrom(0, 0.25, 1), { maxLength: 3 }))
      .map((all) => keep(...all)),
  },
  { weight: 1, arbitrary: takes.map((take) => keep({ ...take, length: Number.NaN }, "never", [])) },
  { weight: 2, arbitrary: fc.tuple(ids, edits).map((all) => edit(...all)) },
  { weight: 3, arbitrary: fc.tuple(ids, fc.option(moments, { freq: 2 })).map((all) => bin(...all)) },
  { weight: 2, arbitrary: ids.map(measured) },
  { weight: 2, arbitrary: moments.map((moment) => emptyBin(moment + 1)) },
  { weight: 3, arbitrary: drafts.map(save) },
  { weight: 4, arbitrary: fc.tuple(ids, fc.nat(3), chunks).map((all) => append(...all)) },
  { weight: 2, arbitrary: ids.map(discard) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom("blank", "cut-in"))
      .map((cuesOff) => saveSettings({ ...defaultSettings, cuesOff })),
  },
);
const reads = fc.oneof(
  ...[listTakes, listDrafts, loadSettings].map((operation) => fc.constant(operation)),
  ...[getTake, getAudio, getPeaks, getChunks].map((of) => ids.map(of)),
);
const operations = fc.oneof({ weight: 3, arbitrary: writes }, { weight: 1, arbitrary: reads });
const faults = fc.record({ kind: fc.constantFrom(...faultKinds), at: fc.integer({ min: 1, max: 8 }) });
const steps = fc.oneof(
  { weight: 10, arbitrary: operations.map(undisturbed) },
  { weight: 8, arbitrary: fc.tuple(operations, faults).map((all) => disturbed(...all)) },
  { weight: 3, arbitrary: fc.tuple(operations, operations).map((all) => together(...all)) },
  { weight: 1, arbitrary: fc.constant(reopening) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("takes" as const, "drafts" as const), ids)
      .map((all) => spoiling(...all)),
  },
);

/** What lies there when a run begins: a take that is kept, two in the bin, and one being recorded. */
const furniture: readonly Operation[] = [
  keep(aTake({ id: uuid(1) }), "one", [0.25, 1]),
  keep(aTake({ id: uuid(2) }), "two", [1]),
  keep(aTake({ id: uuid(3) }), "three", []),
  bin(uuid(2), 1),
  bin(uuid(3), 2),
  save(aDraft({ id: uuid(4) })),
  append(uuid(4), 0, { bytes: Uint8Array.of(1, 2).buffer, arrivedAt: ms(1) }),
];

const bench = new Bench();
beforeAll(() => bench.start());
afterAll(() => bench.end());

/** The model and the real store, furnished alike. */
async function furnished(): Promise<Model> {
  await bench.clear();
  const model: Model = { contents: nothing };
  for (const operation of furniture) {
    await bench.does(operation);
    model.contents = operation.expected(model.contents).after;
  }
  return model;
}

describe("the store", () => {
  it("does what a plain model does, whatever is asked and whatever fails on the way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([steps], { maxCommands: 30, size: "max" }), (commands) =>
        fc.asyncModelRun(async () => ({ model: await furnished(), real: bench }), commands),
      ),
      { numRuns: 200, seed: 20_261_121 },
    );
  }, 60_000);

  it("does not erase a take that is taken out of the bin while the bin is emptied", async () => {
    await together(emptyBin(2), bin(uuid(2), null)).run(await furnished(), bench);
    await together(bin(uuid(2), null), emptyBin(2)).run(await furnished(), bench);
  });
});
