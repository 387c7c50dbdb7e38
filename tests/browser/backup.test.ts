import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { idbBackup } from "../../src/store/backup/idbBackup.ts";
import { restoreBackup } from "../../src/store/backup/read.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { idbTakes } from "../../src/store/idb.ts";
import { defaultSettings, idbSettings } from "../../src/store/settings.ts";
import type { Take } from "../../src/store/take.ts";
import { aRecording, backupOf, contents } from "../support/backup.ts";
import { uuid } from "../support/builders.ts";

const TAKES = 500;
const nothing = { added: 0, updated: 0, unchanged: 0, kept: 0, decks: 0, skipped: [], settings: false };
const settings = { ...defaultSettings, headphones: true, explained: ["blank"] };

const open: { name: string; database: Database }[] = [];

async function aDatabase(name: string): Promise<Database> {
  const database = await openDatabase(`backup-test-${name}`);
  open.push({ name: `backup-test-${name}`, database });
  return database;
}

async function fill(database: Database, count: number): Promise<void> {
  const takes = idbTakes(database, () => 1);
  for (let number = 1; number <= count; number++) {
    const rating = number % 3 ? { opening: 1 + (number % 5) } : null;
    const edit = { notes: `第 ${number} 次 🎤`, rating, binned: number % 50 ? null : number };
    const { take, audio, peaks } = await aRecording(number, edit, 2000 + (number % 7) * 1000);
    await takes.keep(take, audio, peaks);
  }
}

async function forget(): Promise<void> {
  for (const { name, database } of open.splice(0)) {
    database.close();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  }
}

/** Puts something into a store past the app; undefined takes it away. */
const spoil = (database: Database, store: "takes" | "audio", id: string, value: unknown) =>
  database.together([store], (named) => {
    if (value === undefined) named(store).delete(id);
    else named(store).put(value, id);
  });

describe(`a backup of ${TAKES} takes`, { timeout: 240_000 }, () => {
  let zip: Blob;
  let source: Record<string, unknown>;
  beforeAll(async () => {
    const database = await aDatabase("source");
    await fill(database, TAKES);
    await idbSettings(database).save(settings);
    source = await contents(idbBackup(database));
    zip = await backupOf(idbBackup(database));
    await forget();
  }, 240_000);
  afterEach(forget);

  it("restored into an empty browser is equal, record by record and byte by byte; again changes nothing", async () => {
    const target = idbBackup(await aDatabase("target"));
    expect(await restoreBackup(zip, target)).toEqual({ ...nothing, added: TAKES, settings: true });
    const once = await contents(target);
    expect(Object.keys(once)).toHaveLength(TAKES + 2);
    expect(once).toEqual(source);
    const writes = count(target);
    expect(await restoreBackup(zip, target)).toEqual({ ...nothing, unchanged: TAKES });
    expect(writes()).toBe(0);
    expect(await contents(target)).toEqual(once);
  });

  it("restored over newer data loses none of it", async () => {
    const database = await aDatabase("newer");
    const takes = idbTakes(database, () => 2_000_000_000_000);
    await fill(database, 60);
    for (let number = 1; number <= 20; number++) await takes.edit(uuid(number), { notes: `new ${number}` });
    for (let number = 21; number <= 30; number++) await takes.bin(uuid(number), 1_999_999_999_999);
    await takes.keep(...(await parts(900, { notes: "not in the backup" })));
    const before = await contents(idbBackup(database));
    const report = await restoreBackup(zip, idbBackup(database));
    expect(report).toEqual({ ...nothing, added: TAKES - 60, unchanged: 30, kept: 30 });
    expect(await contents(idbBackup(database))).toMatchObject(before);
  });

  it("mends what is damaged here and takes what is newer there", async () => {
    const whole = await aDatabase("whole");
    await fill(whole, 6);
    const few = await backupOf(idbBackup(whole));
    const database = await aDatabase("damaged");
    await fill(database, 4);
    await spoil(database, "audio", uuid(1), new Blob(["noise"]));
    await spoil(database, "audio", uuid(2), undefined);
    const { take } = await aRecording(3, { changed: 1, notes: "old" }, 2000 + 3 * 1000);
    await spoil(database, "takes", uuid(3), take);
    await spoil(database, "takes", uuid(4), { version: 1, changed: 1 });
    const target = idbBackup(database);
    expect(await restoreBackup(few, target)).toEqual({ ...nothing, added: 2, updated: 4 });
    expect(await contents(target)).toEqual(await contents(idbBackup(whole)));
  });
});

describe("writing one take", () => {
  afterEach(forget);

  it("happens only while the record is the one that was judged", async () => {
    const database = await aDatabase("judged");
    const target = idbBackup(database);
    const { take, audio, peaks } = await aRecording(1);
    const change = { take, sound: { audio, peaks } };
    expect(await target.write(change, take)).toBe(false);
    expect(await target.record(take.id)).toBeUndefined();
    expect(await target.write(change, undefined)).toBe(true);
    expect(await target.write(change, undefined)).toBe(false);
    await idbTakes(database, () => 7).edit(take.id, { notes: "mine" });
    expect(await target.write(change, take)).toBe(false);
    expect(await target.record(take.id)).toMatchObject({ notes: "mine" });
  });

  it("happens wholly or not at all", async () => {
    const target = idbBackup(await aDatabase("whole"));
    const { take } = await aRecording(1);
    const unstorable = { audio: (() => 1) as unknown as Blob, peaks: null };
    await expect(target.write({ take, sound: unstorable }, undefined)).rejects.toMatchObject({
      name: "StoreError",
    });
    expect(await target.record(take.id)).toBeUndefined();
    expect(await target.list()).toEqual([]);
  });

  it("takes the waveform of another sound away", async () => {
    const target = idbBackup(await aDatabase("waves"));
    const { take, audio, peaks } = await aRecording(1);
    await target.write({ take, sound: { audio, peaks } }, undefined);
    await target.write({ take, sound: null }, take);
    expect(await target.peaks(take.id)).toEqual(peaks);
    await target.write({ take, sound: { audio, peaks: null } }, take);
    expect(await target.peaks(take.id)).toBeUndefined();
  });

  it("is empty only without takes and with settings as they come", async () => {
    const database = await aDatabase("empty");
    const target = idbBackup(database);
    expect(await target.isEmpty()).toBe(true);
    await target.saveSettings(settings);
    expect(await target.isEmpty()).toBe(false);
    await target.saveSettings(defaultSettings);
    await fill(database, 1);
    expect(await target.isEmpty()).toBe(false);
  });
});

async function parts(number: number, edit: Partial<Take>): Promise<[Take, Blob, Float32Array]> {
  const { take, audio, peaks } = await aRecording(number, edit);
  return [take, audio, peaks];
}

/** Counts the writes from here on. */
function count(target: ReturnType<typeof idbBackup>): () => number {
  const { write } = target;
  let writes = 0;
  target.write = (change, judged) => {
    writes++;
    return write(change, judged);
  };
  return () => writes;
}
