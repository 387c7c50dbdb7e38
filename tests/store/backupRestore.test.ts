import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/store/backup/format.ts";
import { restoreBackup } from "../../src/store/backup/read.ts";
import { StoreError } from "../../src/store/errors.ts";
import { defaultSettings } from "../../src/store/settings.ts";
import type { Take } from "../../src/store/take.ts";
import { aRecording, audioOf, backupOf, contents, Library, type Recording } from "../support/backup.ts";
import { aDeck, uuid } from "../support/builders.ts";
import { bytesOf, replaced, withJson } from "../support/zip.ts";

const one = await aRecording(1);
const two = await aRecording(2);
const three = await aRecording(3);
const nothing = { added: 0, updated: 0, unchanged: 0, kept: 0, decks: 0, skipped: [], settings: false };
const settings = { ...defaultSettings, headphones: true, cuesOff: ["blank"] };

const edited = (recording: Recording, edit: Partial<Take>): Recording => ({
  ...recording,
  take: { ...recording.take, ...edit },
});
const later = (recording: Recording, edit: Partial<Take> = {}) =>
  edited(recording, { changed: recording.take.changed + 1000, ...edit });
const earlier = (recording: Recording, edit: Partial<Take> = {}) =>
  edited(recording, { changed: recording.take.changed - 1000, ...edit });

describe("restoring", () => {
  it("brings everything back into an empty browser", async () => {
    const library = Object.assign(Library.of(one, two, later(three, { binned: 5 })), {
      preferences: settings,
    });
    const empty = new Library();
    expect(await restoreBackup(await backupOf(library), empty)).toEqual({
      ...nothing,
      added: 3,
      settings: true,
    });
    expect(await contents(empty)).toEqual(await contents(library));
  });

  it("changes nothing the second time", async () => {
    const zip = await backupOf(Library.of(one, two));
    const target = new Library();
    await restoreBackup(zip, target);
    const [before, writes] = [await contents(target), target.writes];
    expect(await restoreBackup(zip, target)).toEqual({ ...nothing, unchanged: 2 });
    expect(target.writes).toBe(writes);
    expect(await contents(target)).toEqual(before);
  });

  it("restores a backup of nothing", async () => {
    expect(await restoreBackup(await backupOf(new Library()), new Library())).toEqual(nothing);
  });

  it("tells how far it is", async () => {
    const seen: { takes: number; bytes: number; ofBytes: number }[] = [];
    await restoreBackup(await backupOf(Library.of(one, two)), new Library(), {
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ takes }) => takes)).toEqual([0, 1, 2]);
    expect(seen[0]?.bytes).toBe(0);
    expect(seen[2]?.bytes).toBe(seen[2]?.ofBytes);
  });

  it("leaves a take that is newer here", async () => {
    const target = Library.of(later(one, { notes: "new" }));
    const report = await restoreBackup(await backupOf(Library.of(earlier(one), two)), target);
    expect(report).toEqual({ ...nothing, added: 1, kept: 1 });
    expect(target.take(1).notes).toBe("new");
  });

  it("takes the newer rating, notes and tags, and leaves a whole sound alone", async () => {
    const news = { rating: { opening: 4 }, notes: "better", tags: ["board"] };
    const target = Library.of(one);
    const sound = target.sounds.get(uuid(1));
    expect(await restoreBackup(await backupOf(Library.of(later(one, news))), target)).toEqual({
      ...nothing,
      updated: 1,
    });
    expect(target.take(1)).toMatchObject(news);
    expect(target.sounds.get(uuid(1))).toBe(sound);
  });

  it.each([
    ["older", earlier(one, { notes: "here" }), "" as string],
    ["the same", one, ""],
    ["newer", later(one, { notes: "here" }), "here"],
  ])("replaces a damaged sound when the record here is %s", async (_, here, notes) => {
    for (const sound of [undefined, new Blob(["noise"])]) {
      const target = Library.of(here);
      if (sound) target.sounds.set(uuid(1), sound);
      else target.sounds.delete(uuid(1));
      const report = await restoreBackup(await backupOf(Library.of(one)), target);
      expect(report).toEqual({ ...nothing, updated: 1 });
      expect(target.take(1).notes).toBe(notes);
      expect(await contents(target)).toMatchObject(
        await contents(Library.of(edited(one, { notes, changed: target.take(1).changed }))),
      );
    }
  });

  it("replaces a damaged sound by another recording of the same take, with all that was found in that", async () => {
    const other = await aRecording(1, { length: 12, changed: one.take.changed - 5 }, 200);
    const target = Library.of(edited(one, { notes: "mine" }));
    target.sounds.delete(uuid(1));
    await restoreBackup(await backupOf(Library.of(other)), target);
    expect(target.take(1)).toEqual({ ...other.take, notes: "mine", changed: one.take.changed });
    expect(target.sounds.get(uuid(1))?.size).toBe(200);
  });

  it("keeps a sound that is whole here when the newer backup's is broken, and takes the notes", async () => {
    const zip = await replaced(
      await backupOf(Library.of(later(one, { notes: "new", length: 99 }))),
      audioOf(1),
      { crc: 1 },
    );
    const target = Library.of(one);
    expect(await restoreBackup(zip, target)).toMatchObject({
      updated: 1,
      skipped: [{ name: audioOf(1), reason: "damaged" }],
    });
    expect(target.take(1).notes).toBe("new");
    expect(await target.sounds.get(uuid(1))?.arrayBuffer()).toEqual(await one.audio.arrayBuffer());
  });

  it("names a broken sound even when it is not needed", async () => {
    const zip = await replaced(await backupOf(Library.of(one)), audioOf(1), { crc: 1 });
    expect(await restoreBackup(zip, Library.of(one))).toEqual({
      ...nothing,
      unchanged: 1,
      skipped: [{ name: audioOf(1), reason: "damaged" }],
    });
  });

  it("lets a newer deletion be one", async () => {
    const binned = one.take.changed + 50;
    const target = Library.of(edited(one, { binned }));
    expect(
      await restoreBackup(await backupOf(Library.of(later(one, { changed: binned - 1 }))), target),
    ).toEqual({
      ...nothing,
      kept: 1,
    });
    expect(target.take(1).binned).toBe(binned);
  });

  it("undoes a deletion that is older than the backup's copy", async () => {
    const target = Library.of(edited(one, { binned: one.take.changed + 50 }));
    await restoreBackup(await backupOf(Library.of(later(one))), target);
    expect(target.take(1).binned).toBeNull();
  });

  it("takes over a deletion that is newer in the backup", async () => {
    const target = Library.of(one);
    await restoreBackup(await backupOf(Library.of(later(one, { binned: one.take.changed + 1000 }))), target);
    expect(target.take(1).binned).toBe(one.take.changed + 1000);
  });

  it("mends a record that cannot be read here, unless it says that it is newer", async () => {
    const zip = await backupOf(Library.of(one, two, three));
    const target = Library.of(one, two, three);
    target.records.set(uuid(1), { version: 1, changed: one.take.changed, notes: 7 });
    target.records.set(uuid(2), { version: 1, changed: two.take.changed + 1 });
    target.records.set(uuid(3), { version: 3, changed: three.take.changed - 1 });
    expect(await restoreBackup(zip, target)).toEqual({ ...nothing, updated: 1, kept: 2 });
    expect(target.take(1)).toEqual(one.take);
    expect(target.take(2).id).toBeUndefined();
    expect(target.take(3).version).toBe(3);
  });

  it("adds decks of one's own to those that are here, and changes none of them", async () => {
    const source = new Library();
    source.ownDecks.set("own/a", aDeck("own/a", 3, 2));
    source.ownDecks.set("own/b", aDeck("own/b", 2));
    const zip = await backupOf(source);
    const target = new Library();
    const [first] = aDeck("own/a", 1).titles;
    const mended = { ...aDeck("own/a", 1), titles: [{ id: first?.id ?? "", text: "Worded better here" }] };
    target.ownDecks.set("own/a", mended);
    expect(await restoreBackup(zip, target)).toEqual({ ...nothing, decks: 2 });
    expect(target.ownDecks.get("own/a")?.titles.map(({ text }) => text)).toEqual([
      "Worded better here",
      "Title 1 of own/a",
      "Title 2 of own/a",
    ]);
    expect(target.ownDecks.get("own/b")).toEqual(aDeck("own/b", 2));
    expect(await restoreBackup(zip, target)).toEqual(nothing);
  });

  it("names a deck that is none, and restores the others", async () => {
    const source = new Library();
    source.ownDecks.set("own/a", aDeck("own/a", 3));
    source.ownDecks.set("own/b", aDeck("own/b", 2));
    const zip = await replaced(await backupOf(source), "decks/own.a.json", {
      bytes: bytesOf('{ "titles": 7 }'),
    });
    const target = new Library();
    expect(await restoreBackup(zip, target)).toEqual({
      ...nothing,
      decks: 1,
      skipped: [{ name: "decks/own.a.json", reason: "unreadable" }],
    });
    expect([...target.ownDecks.keys()]).toEqual(["own/b"]);
  });

  it("reads the backups of before there were decks of one's own", async () => {
    const zip = await withJson(
      await backupOf(Library.of(one)),
      "offscript.json",
      ({ decks: _, ...old }: Manifest) => old,
    );
    expect(await restoreBackup(zip, new Library())).toEqual({ ...nothing, added: 1 });
  });

  it("restores settings only where nothing was done yet", async () => {
    const zip = await backupOf(Object.assign(new Library(), { preferences: settings }));
    const fresh = new Library();
    const used = Library.of(one);
    const chosen = Object.assign(new Library(), { preferences: { ...defaultSettings, decks: ["en/saas"] } });
    expect((await restoreBackup(zip, fresh)).settings).toBe(true);
    expect((await restoreBackup(zip, used)).settings).toBe(false);
    expect((await restoreBackup(zip, chosen)).settings).toBe(false);
    expect([fresh.preferences, used.preferences]).toEqual([settings, defaultSettings]);
    expect(chosen.preferences.decks).toEqual(["en/saas"]);
  });

  it("judges again what somebody edited in another tab meanwhile", async () => {
    const target = Library.of(one);
    target.beforeWrite = () => {
      target.beforeWrite = () => undefined;
      target.edit(1, { notes: "just now", changed: one.take.changed + 9000 });
    };
    const report = await restoreBackup(await backupOf(Library.of(later(one, { notes: "backup" }))), target);
    expect(report).toEqual({ ...nothing, kept: 1 });
    expect(target.take(1).notes).toBe("just now");
  });

  it("gives way to somebody who never stops editing", async () => {
    const target = Library.of(one);
    target.beforeWrite = () => target.edit(1, { changed: target.take(1).changed + 1 });
    expect(await restoreBackup(await backupOf(Library.of(later(one))), target)).toEqual({
      ...nothing,
      kept: 1,
    });
  });

  it("stops when it is told to, and keeps whole what is there by then", async () => {
    const controller = new AbortController();
    const target = new Library();
    const restoring = restoreBackup(await backupOf(Library.of(one, two, three)), target, {
      signal: controller.signal,
      onProgress: ({ takes }) => takes === 2 && controller.abort(),
    });
    await expect(restoring).rejects.toMatchObject({ name: "AbortError" });
    expect(target.records.size).toBe(2);
    expect(await restoreBackup(await backupOf(Library.of(one, two, three)), target)).toMatchObject({
      added: 1,
      unchanged: 2,
    });
  });

  it("tells what was done when the disk is full in the middle", async () => {
    const target = new Library();
    const { write } = target;
    target.write = async (change, judged) => {
      if (change.take.id === uuid(2)) throw new StoreError("full");
      return write(change, judged);
    };
    await expect(restoreBackup(await backupOf(Library.of(one, two, three)), target)).rejects.toMatchObject({
      problem: "storage",
      storage: "full",
      report: { added: 1 },
    });
  });

  it("tells when the file is pulled away in the middle", async () => {
    const zip = await backupOf(Library.of(one, two));
    const target = new Library();
    target.beforeWrite = () => {
      zip.slice = () => {
        throw new DOMException("gone", "NotReadableError");
      };
    };
    await expect(restoreBackup(zip, target)).rejects.toMatchObject({
      problem: "file-gone",
      report: { added: 1 },
    });
  });
});
