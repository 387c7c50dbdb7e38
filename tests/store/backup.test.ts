import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BlobReader, ZipReader } from "@zip.js/zip.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { restoreBackup } from "../../src/store/backup/read.ts";
import { writeBackup } from "../../src/store/backup/write.ts";
import { StoreError } from "../../src/store/errors.ts";
import { defaultSettings } from "../../src/store/settings.ts";
import { aRecording, aSink, audioOf, backupOf, Library, made, peaksOf, recordOf } from "../support/backup.ts";
import { aDeck, uuid } from "../support/builders.ts";
import { filesOf, textOf } from "../support/zip.ts";

const one = await aRecording(1);
const two = await aRecording(2);
const three = await aRecording(3);
const settings = { ...defaultSettings, headphones: true, cuesOff: ["blank"] };

describe("a backup", () => {
  it("holds decks of one's own, each as a file that the schema describes", async () => {
    const source = Library.of(one);
    source.ownDecks.set("own/mine-x1y2z3", aDeck("own/mine-x1y2z3", 2, 1));
    const files = await filesOf(await backupOf(source));
    const deck = files.find(({ name }) => name === "decks/own.mine-x1y2z3.json");
    const { $schema: _, ...read } = JSON.parse(textOf(deck?.bytes ?? new Uint8Array()));
    expect(read).toEqual(aDeck("own/mine-x1y2z3", 2, 1));
    expect(JSON.parse(textOf(files.at(-1)?.bytes ?? new Uint8Array()))).toMatchObject({
      decks: [{ id: "own/mine-x1y2z3", file: "decks/own.mine-x1y2z3.json" }],
    });
  });

  it("is a zip of takes, sounds and waveforms that says what it is", async () => {
    const zip = await backupOf(Object.assign(Library.of(two, one), { preferences: settings }));
    const files = await filesOf(zip);
    expect(files.map(({ name }) => name)).toEqual([
      recordOf(1),
      audioOf(1),
      peaksOf(1),
      recordOf(2),
      audioOf(2),
      peaksOf(2),
      "offscript.json",
    ]);
    expect(JSON.parse(textOf(files.at(-1)?.bytes ?? new Uint8Array()))).toEqual({
      app: "offscript",
      version: 1,
      made: { local: "2026-11-21T18:45:30", utcOffset: 480 },
      counts: { takes: 2, audio: 2, peaks: 2 },
      settings,
      takes: [one, two].map(({ take }, place) => ({
        id: take.id,
        audio: audioOf(place + 1),
        sha256: take.audio.sha256,
        peaks: peaksOf(place + 1),
      })),
      decks: [],
    });
    expect(JSON.parse(textOf(files[0]?.bytes ?? new Uint8Array()))).toEqual(one.take);
    expect(files[1]?.bytes).toEqual(new Uint8Array(await one.audio.arrayBuffer()));
    expect(new DataView(files[2]?.bytes.buffer as ArrayBuffer).getFloat32(4, true)).toBe(one.peaks[1]);
  });

  it("is read by zip.js, stored, dated by the wall, with sizes in front", async () => {
    const entries = await new ZipReader(new BlobReader(await backupOf(Library.of(one)))).getEntries();
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      expect(entry).toMatchObject({ compressionMethod: 0, encrypted: false, zip64: false });
      expect(entry.bitFlag?.dataDescriptor).toBe(false);
      expect(entry.lastModDate).toEqual(new Date(2026, 10, 21, 18, 45, 30));
    }
  });

  const unzip = spawnSync("unzip", ["-v"]).status === 0;
  it.runIf(unzip)("is read by the system's unzip", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "offscript-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "backup.zip");
    writeFileSync(file, new Uint8Array(await (await backupOf(Library.of(one, two))).arrayBuffer()));
    expect(execFileSync("unzip", ["-t", file], { encoding: "utf8" })).toContain("No errors detected");
    execFileSync("unzip", ["-q", file, "-d", folder]);
    expect(new Uint8Array(readFileSync(path.join(folder, audioOf(1))))).toEqual(
      new Uint8Array(await one.audio.arrayBuffer()),
    );
  });

  it("is the same, byte for byte, when it is made again", async () => {
    const [first, second] = [await backupOf(Library.of(one, two)), await backupOf(Library.of(two, one))];
    expect(await filesOf(first)).toEqual(await filesOf(second));
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(new Uint8Array(await second.arrayBuffer()));
  });

  it("tells how far it is", async () => {
    const seen: unknown[] = [];
    const zip = await backupOf(Library.of(one, two), { onProgress: (progress) => seen.push(progress) });
    expect(seen).toHaveLength(3);
    expect(seen[0]).toEqual({ takes: 0, ofTakes: 2, bytes: 0, ofBytes: 600 });
    expect(seen[1]).toMatchObject({ takes: 1, ofTakes: 2 });
    expect(seen[2]).toEqual({ takes: 2, ofTakes: 2, bytes: zip.size, ofBytes: zip.size });
  });

  it("asks for one take at a time, and for the next when the last is written", async () => {
    const library = Library.of(one, two, three);
    const order: string[] = [];
    const { audio } = library;
    library.audio = async (id) => {
      order.push(`read ${id.at(-1)}`);
      return audio(id);
    };
    const sink = new WritableStream<Uint8Array>({
      write: async (chunk) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (chunk.length === 300) order.push("written");
      },
    });
    await writeBackup(library, sink, { made });
    expect(order).toEqual(["read 1", "written", "read 2", "written", "read 3", "written"]);
  });

  it("stops when it is told to, and leaves no file that looks whole", async () => {
    const { sink, end } = aSink();
    const controller = new AbortController();
    const writing = writeBackup(Library.of(one, two, three), sink, {
      made,
      signal: controller.signal,
      onProgress: ({ takes }) => takes === 2 && controller.abort(),
    });
    await expect(writing).rejects.toMatchObject({ name: "AbortError" });
    expect(end).toMatchObject({ closed: false, aborted: { name: "AbortError" } });
  });

  it("does not begin when it is told to stop before", async () => {
    const { sink, end } = aSink();
    const writing = writeBackup(Library.of(one), sink, { made, signal: AbortSignal.abort() });
    await expect(writing).rejects.toMatchObject({ name: "AbortError" });
    expect(end.closed).toBe(false);
    expect(end.aborted).toBeDefined();
  });

  it("says so when it cannot be written, and gives up the file", async () => {
    let aborted = false;
    let room = 3;
    const sink = new WritableStream<Uint8Array>({
      write: () => {
        if (room-- === 0) throw new DOMException("full", "QuotaExceededError");
      },
      abort: () => {
        aborted = true;
      },
    });
    const writing = writeBackup(Library.of(one, two), sink, { made });
    await expect(writing).rejects.toMatchObject({ name: "BackupError", problem: "cannot-write" });
    expect(aborted).toBe(false); // a sink that has failed is gone already
  });

  it("gives up the file when the storage fails under it", async () => {
    const { sink, end } = aSink();
    const library = Library.of(one, two);
    library.record = async () => Promise.reject(new StoreError("unavailable"));
    await expect(writeBackup(library, sink, { made })).rejects.toMatchObject({ problem: "unavailable" });
    expect(end).toMatchObject({ closed: false, aborted: { name: "StoreError" } });
  });

  it("names what is damaged here, and puts in what there is", async () => {
    const library = Library.of(one, two, three);
    library.sounds.delete(uuid(1));
    library.sounds.set(uuid(2), new Blob(["something else"], { type: "audio/ogg" }));
    library.records.set(uuid(3), { version: 9, rating: "of the future" });
    library.records.set("../../evil", { version: 1 });
    const { sink, blob } = aSink();
    expect(await writeBackup(library, sink, { made })).toMatchObject({
      takes: 3,
      skipped: [
        { name: "takes/../../evil.json", reason: "unreadable" },
        { name: `audio/${uuid(1)}.bin`, reason: "missing" },
        { name: `audio/${uuid(2)}.ogg`, reason: "checksum" },
        { name: recordOf(3), reason: "unreadable" },
      ],
    });
    expect((await filesOf(blob())).map(({ name }) => name)).toEqual([
      recordOf(1),
      peaksOf(1),
      recordOf(2),
      `audio/${uuid(2)}.ogg`,
      peaksOf(2),
      recordOf(3),
      audioOf(3),
      peaksOf(3),
      "offscript.json",
    ]);
    expect(await restoreBackup(blob(), new Library())).toMatchObject({
      added: 0,
      skipped: [{ reason: "missing" }, { reason: "checksum" }, { name: recordOf(3), reason: "newer-record" }],
    });
  });

  it("leaves out what was erased while it was made", async () => {
    const library = Library.of(one, two);
    const { record } = library;
    library.record = async (id) => (id === uuid(1) ? undefined : record(id));
    const empty = new Library();
    expect(await restoreBackup(await backupOf(library), empty)).toMatchObject({ added: 1, skipped: [] });
  });
});
