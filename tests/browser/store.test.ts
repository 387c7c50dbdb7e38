import { promisifyRequest } from "idb-keyval";
import { afterEach, describe, expect, it } from "vitest";
import { ms, s, seconds } from "../../src/lib/units.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { idbDrafts, idbTakes } from "../../src/store/idb.ts";
import { idbOwnDecks } from "../../src/store/ownDecks.ts";
import { defaultSettings, idbSettings } from "../../src/store/settings.ts";
import { idbVoices, type RecordedLine } from "../../src/store/voices.ts";
import { aDeck, aDraft, aTake, uuid } from "../support/builders.ts";
import { someMeasures } from "../support/measures.ts";

const NOW = 1_795_300_000_000;
const open: { name: string; database: Database }[] = [];
let count = 0;

/** A database of this test alone. */
async function aDatabase(name = `test-${++count}-${crypto.randomUUID()}`) {
  const database = await openDatabase(name);
  open.push({ name, database });
  return { name, database, takes: idbTakes(database, () => NOW), drafts: idbDrafts(database) };
}
afterEach(async () => {
  for (const { name, database } of open.splice(0)) {
    database.close();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  }
});

const bytes = (length: number, first = 0): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (first + index * 7) % 256);
const sound = (length = 1_000) => new Blob([bytes(length)], { type: "audio/webm;codecs=opus" });
const peaks = Float32Array.of(0, 0.5, 1);
const chunk = (index: number) => ({
  bytes: bytes(100 + index, index).buffer,
  arrivedAt: ms(1_000.25 * index),
});
/** Puts a record there that no version of ours wrote. */
const putRaw = (database: Database, store: "takes" | "drafts", id: string, value: unknown) =>
  database.together([store], (of) => void of(store).put(value, id));

describe("a take on the shelf", () => {
  it("comes back as it was kept: record, sound and waveform", async () => {
    const { takes } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    expect(await takes.get(uuid(1))).toEqual(aTake());
    const audio = await takes.audio(uuid(1));
    expect(audio.type).toBe("audio/webm;codecs=opus");
    expect(new Uint8Array(await audio.arrayBuffer())).toEqual(bytes(1_000));
    expect(await takes.peaks(uuid(1))).toEqual(peaks);
  });

  it("survives that the database is closed and opened again", async () => {
    const { name, database, takes } = await aDatabase();
    await takes.keep(aTake(), sound(300_000), peaks);
    database.close();
    const again = await aDatabase(name);
    expect((await again.takes.list()).takes).toEqual([aTake()]);
    const audio = await again.takes.audio(uuid(1));
    expect(new Uint8Array(await audio.arrayBuffer())).toEqual(bytes(300_000));
  });

  it("takes the place of its draft, all or nothing", async () => {
    const { takes, drafts } = await aDatabase();
    for (const id of [uuid(1), uuid(2)]) {
      await drafts.save(aDraft({ id }));
      await drafts.append(id, 0, chunk(0));
    }
    await takes.keep(aTake(), sound(), peaks);
    expect((await drafts.list()).drafts.map(({ id }) => id)).toEqual([uuid(2)]);
    expect((await drafts.chunks(uuid(1))).size).toBe(0);
    expect((await drafts.chunks(uuid(2))).size).toBe(1);
  });

  it("is not kept at all when it is no take: nothing is written, the draft stays", async () => {
    const { takes, drafts } = await aDatabase();
    await drafts.save(aDraft());
    await drafts.append(uuid(1), 0, chunk(0));
    const broken = { ...aTake(), length: -1 };
    await expect((async () => takes.keep(broken, sound(), peaks))()).rejects.toThrow();
    await expect(takes.audio(uuid(1))).rejects.toMatchObject({ name: "StoreError", problem: "missing" });
    expect((await drafts.list()).drafts).toEqual([aDraft()]);
    expect((await drafts.chunks(uuid(1))).size).toBe(1);
  });

  it("is not kept at all when one of its parts cannot be stored", async () => {
    const { takes, drafts } = await aDatabase();
    await drafts.save(aDraft());
    const unstorable = (() => 0) as unknown as Float32Array; // a function cannot be cloned
    await expect(takes.keep(aTake(), sound(), unstorable)).rejects.toMatchObject({ name: "StoreError" });
    expect(await takes.get(uuid(1))).toBeUndefined();
    await expect(takes.audio(uuid(1))).rejects.toMatchObject({ problem: "missing" });
    expect((await drafts.list()).drafts).toEqual([aDraft()]);
  });

  it("can be rated and annotated, and says when", async () => {
    const { takes } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    await takes.edit(uuid(1), { rating: { opening: 4 }, notes: "slower", tags: ["board"] });
    const edited = aTake({ rating: { opening: 4 }, notes: "slower", tags: ["board"], changed: NOW });
    expect(await takes.get(uuid(1))).toEqual(edited);
  });

  it("keeps what was measured of it without having been edited, as long as its sound is the measured one", async () => {
    const { takes } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    await takes.measured(aTake(), someMeasures());
    expect(await takes.get(uuid(1))).toEqual(aTake({ measures: someMeasures() }));
    const before = { id: uuid(1), audio: { ...aTake().audio, sha256: "f".repeat(64) } };
    await takes.measured(before, someMeasures({ syllables: 1 }));
    expect(await takes.get(uuid(1))).toEqual(aTake({ measures: someMeasures() }));
    await takes.edit(uuid(1), { notes: "slower" });
    expect((await takes.get(uuid(1)))?.measures).toEqual(someMeasures());
  });

  it("takes no measures that are none, nor those of a take that is gone", async () => {
    const { takes } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    const broken = someMeasures({ syllables: Number.NaN });
    await expect(takes.measured(aTake(), broken)).rejects.toMatchObject({ name: "StoreError" });
    expect(await takes.get(uuid(1))).toEqual(aTake());
    await expect(takes.measured(aTake({ id: uuid(2) }), someMeasures())).rejects.toMatchObject({
      problem: "missing",
    });
  });

  it("cannot be changed into what is no take", async () => {
    const { takes } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    await expect(takes.edit(uuid(1), { rating: { opening: 9 } })).rejects.toMatchObject({
      name: "StoreError",
    });
    expect(await takes.get(uuid(1))).toEqual(aTake());
  });

  it("that is not there cannot be changed, binned or heard, and is undefined", async () => {
    const { takes } = await aDatabase();
    const missing = { name: "StoreError", problem: "missing" };
    await expect(takes.edit(uuid(9), { notes: "" })).rejects.toMatchObject(missing);
    await expect(takes.bin(uuid(9), NOW)).rejects.toMatchObject(missing);
    await expect(takes.audio(uuid(9))).rejects.toMatchObject(missing);
    expect(await takes.get(uuid(9))).toBeUndefined();
    expect(await takes.peaks(uuid(9))).toEqual(new Float32Array(0));
    expect((await takes.list()).takes).toEqual([]);
  });
});

describe("the shelf", () => {
  it("lists the newest first, by the moment and not by what the wall showed", async () => {
    const { takes } = await aDatabase();
    const started = [
      { local: "2026-11-21T09:30:00", utcOffset: 480 }, // 01:30 UTC
      { local: "2026-11-21T03:00:00", utcOffset: 60 }, // 02:00 UTC
      { local: "2026-11-20T22:00:00", utcOffset: -300 }, // 03:00 UTC
    ];
    for (const [index, moment] of started.entries())
      await takes.keep(aTake({ id: uuid(index), started: moment }), sound(), peaks);
    expect((await takes.list()).takes.map(({ id }) => id)).toEqual([uuid(2), uuid(1), uuid(0)]);
  });

  it("sets aside what cannot be read, says why, and loses nothing of it", async () => {
    const { takes, database } = await aDatabase();
    await takes.keep(aTake(), sound(), peaks);
    await putRaw(database, "takes", uuid(2), { ...aTake({ id: uuid(2) }), version: 3 });
    await putRaw(database, "takes", uuid(3), "a word");
    const { takes: readable, unreadable } = await takes.list();
    expect(readable).toEqual([aTake()]);
    expect(unreadable).toEqual([
      { id: uuid(2), problem: "version 3 is newer than this app" },
      { id: uuid(3), problem: "not a record" },
    ]);
    await takes.emptyBin(Number.POSITIVE_INFINITY);
    expect((await takes.list()).unreadable).toHaveLength(2);
  });

  it("hides what is in the bin, gives it back, and erases only what lay there long enough", async () => {
    const { takes } = await aDatabase();
    for (const number of [1, 2, 3]) await takes.keep(aTake({ id: uuid(number) }), sound(), peaks);
    await takes.bin(uuid(1), 1_000);
    await takes.bin(uuid(2), 2_000);
    expect((await takes.list()).takes.map(({ id }) => id)).toEqual([uuid(3)]);
    await takes.emptyBin(2_000);
    expect(await takes.get(uuid(1))).toBeUndefined();
    await expect(takes.audio(uuid(1))).rejects.toMatchObject({ problem: "missing" });
    expect(await takes.peaks(uuid(1))).toHaveLength(0);
    expect((await takes.get(uuid(2)))?.binned).toBe(2_000);
    await takes.bin(uuid(2), null);
    expect((await takes.list()).takes).toHaveLength(2);
    expect((await takes.audio(uuid(2))).size).toBe(1_000);
  });
});

describe("a draft", () => {
  it("comes back as it was saved last", async () => {
    const { drafts } = await aDatabase();
    await drafts.save(aDraft({ goAt: null, cues: [] }));
    await drafts.save(aDraft());
    expect(await drafts.list()).toEqual({ drafts: [aDraft()], unreadable: [], strays: [] });
  });

  it("has its chunks by their index, whatever the order they were written in, bytes and moments alike", async () => {
    const { drafts } = await aDatabase();
    const order = [11, 2, 0, 100, 1, 10, 99_999, 3];
    for (const index of order) await drafts.append(uuid(1), index, chunk(index));
    await drafts.append(uuid(11), 0, chunk(5)); // another draft's
    const chunks = await drafts.chunks(uuid(1));
    expect([...chunks.keys()]).toEqual([0, 1, 2, 3, 10, 11, 100, 99_999]);
    for (const [index, { bytes: stored, arrivedAt }] of chunks) {
      expect(new Uint8Array(stored)).toEqual(new Uint8Array(chunk(index).bytes));
      expect(arrivedAt).toBe(chunk(index).arrivedAt);
    }
  });

  it("and its chunks survive that the database is closed and opened again", async () => {
    const { name, database, drafts } = await aDatabase();
    await drafts.save(aDraft());
    await drafts.append(uuid(1), 0, chunk(0));
    database.close();
    const again = await aDatabase(name);
    expect((await again.drafts.list()).drafts).toEqual([aDraft()]);
    expect(new Uint8Array((await again.drafts.chunks(uuid(1))).get(0)?.bytes ?? [])).toEqual(bytes(100));
  });

  it("is forgotten with all its chunks, and no other's", async () => {
    const { drafts } = await aDatabase();
    for (const id of [uuid(1), uuid(2)]) {
      await drafts.save(aDraft({ id }));
      for (const index of [0, 1]) await drafts.append(id, index, chunk(index));
    }
    await drafts.discard(uuid(1));
    expect((await drafts.chunks(uuid(1))).size).toBe(0);
    expect((await drafts.chunks(uuid(2))).size).toBe(2);
    expect((await drafts.list()).drafts.map(({ id }) => id)).toEqual([uuid(2)]);
  });

  it("that cannot be read is told by its id, and chunks without a draft are told too", async () => {
    const { drafts, database } = await aDatabase();
    await putRaw(database, "drafts", uuid(2), { version: 7 });
    await drafts.append(uuid(2), 0, chunk(0));
    await drafts.append(uuid(3), 0, chunk(0));
    await drafts.append(uuid(3), 1, chunk(1));
    expect(await drafts.list()).toEqual({ drafts: [], unreadable: [uuid(2)], strays: [uuid(3)] });
  });

  it("that is none is not saved", async () => {
    const { drafts } = await aDatabase();
    await expect(drafts.save({ ...aDraft(), requestedAt: Number.NaN })).rejects.toMatchObject({
      name: "StoreError",
    });
    expect((await drafts.list()).drafts).toEqual([]);
  });
});

describe("settings", () => {
  it("are the usual ones at first, then what was saved, also after closing", async () => {
    const { name, database } = await aDatabase();
    expect(await idbSettings(database).load()).toEqual(defaultSettings);
    const mine = { ...defaultSettings, headphones: true, cuesOff: ["blank"] };
    await idbSettings(database).save(mine);
    database.close();
    expect(await idbSettings((await aDatabase(name)).database).load()).toEqual(mine);
  });
});

describe("a database of an older version", () => {
  it("gets the stores it lacks, and keeps what is in it", async () => {
    const name = `test-old-${crypto.randomUUID()}`;
    const { outline: _, turn: __, ...first } = { ...aTake(), version: 1 };
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        for (const store of ["takes", "audio", "peaks", "drafts", "chunks", "settings"])
          request.result.createObjectStore(store);
      };
      request.onsuccess = () => {
        const writing = request.result.transaction("takes", "readwrite");
        writing.objectStore("takes").put(first, first.id);
        writing.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const { database, takes } = await aDatabase(name);
    expect((await takes.list()).takes).toEqual([aTake()]);
    const own = idbOwnDecks(database);
    await own.save(aDeck("own/mine", 2));
    expect(await own.list()).toEqual([aDeck("own/mine", 2)]);
    expect((await idbVoices(database).list()).size).toBe(0); // a store of version 3, which is there
  });
});

describe("lines recorded for the client", () => {
  const aLine = (): RecordedLine => ({
    version: 1,
    language: "en",
    text: "And what does it cost?",
    audio: sound(),
    start: seconds(0.2),
    length: seconds(1.8),
    gain: 2,
    recorded: NOW,
  });
  it("come back as they were spoken, and survive that the database is opened again", async () => {
    const { name, database } = await aDatabase();
    await idbVoices(database).save("en/a", aLine());
    await database.together(["voices"], (of) => void of("voices").put({ version: 7 }, "en/b"));
    database.close();
    const voices = idbVoices((await aDatabase(name)).database);
    const lines = await voices.list();
    expect([...lines.keys()]).toEqual(["en/a"]); // what a newer version made stays, and is left out
    const { audio, ...rest } = lines.get("en/a") ?? aLine();
    const { audio: _, ...expected } = aLine();
    expect(rest).toEqual(expected);
    expect(audio.type).toBe("audio/webm;codecs=opus");
    expect(new Uint8Array(await audio.arrayBuffer())).toEqual(bytes(1_000));
    await voices.remove("en/a");
    expect((await voices.list()).size).toBe(0);
  });
  it("are checked on the way in", async () => {
    const { database } = await aDatabase();
    await expect(idbVoices(database).save("en/a", { ...aLine(), length: seconds(0) })).rejects.toThrow();
  });
});

describe("decks of one's own", () => {
  it("come back as they were kept, in the order of their ids; what is no deck stays where it is", async () => {
    const { name, database } = await aDatabase();
    const own = idbOwnDecks(database);
    for (const id of ["own/b", "own/a"]) await own.save(aDeck(id, 2, 1));
    await database.together(["decks"], (of) => void of("decks").put({ id: "own/c", titles: 7 }, "own/c"));
    database.close();
    const again = await aDatabase(name);
    expect(await idbOwnDecks(again.database).list()).toEqual([aDeck("own/a", 2, 1), aDeck("own/b", 2, 1)]);
    await idbOwnDecks(again.database).remove("own/a");
    expect(await idbOwnDecks(again.database).list()).toEqual([aDeck("own/b", 2, 1)]);
    expect(await again.database.store("decks")("readonly", (store) => promisifyRequest(store.count()))).toBe(
      2,
    );
  });
  it("are checked on the way in", async () => {
    const { database } = await aDatabase();
    await expect(idbOwnDecks(database).save({ ...aDeck("own/a", 1), titles: [] })).rejects.toThrow();
  });
});

describe("a database that is gone", () => {
  it("fails in words that a person can act on", async () => {
    const { database, takes, drafts } = await aDatabase();
    database.close();
    const unavailable = { name: "StoreError", problem: "unavailable" };
    await expect(takes.list()).rejects.toMatchObject(unavailable);
    await expect(takes.keep(aTake(), sound(), peaks)).rejects.toMatchObject(unavailable);
    await expect(drafts.save(aDraft())).rejects.toMatchObject(unavailable);
    await expect(
      drafts.append(uuid(1), 0, { bytes: new ArrayBuffer(1), arrivedAt: s(1) }),
    ).rejects.toMatchObject(unavailable);
    await expect(drafts.discard(uuid(1))).rejects.toMatchObject(unavailable);
  });

  it("lets go of itself for a newer version in another tab", async () => {
    const { name, takes } = await aDatabase();
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 99);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    newer.close();
    await expect(takes.list()).rejects.toMatchObject({ problem: "unavailable" });
    await expect(openDatabase(name)).rejects.toMatchObject({ name: "StoreError" }); // this page is the old one
  });
});
