import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Bytes } from "../../src/store/backup/bytes.ts";
import { BackupError } from "../../src/store/backup/problems.ts";
import { restoreBackup } from "../../src/store/backup/read.ts";
import {
  aRecording,
  audioOf,
  backupOf,
  contents,
  Library,
  noise,
  peaksOf,
  recordOf,
} from "../support/backup.ts";
import { uuid } from "../support/builders.ts";
import {
  bytesOf,
  type Entry,
  filesOf,
  joined,
  replaced,
  rezipped,
  textOf,
  withJson,
  zipOf,
} from "../support/zip.ts";

const one = await aRecording(1);
const two = await aRecording(2);
const good = await backupOf(Library.of(one, two));
const bytes = new Uint8Array(await good.arrayBuffer());
const without = (zip: Blob, ...names: string[]) =>
  rezipped(zip, (files) => files.filter(({ name }) => !names.includes(name)));

describe("a broken file is named and left out, and the others come back", () => {
  const library = Library.of(one, two);
  const skips = async (zip: Blob, ...skipped: unknown[]) => {
    const target = new Library();
    const report = await restoreBackup(zip, target);
    expect(report.skipped).toEqual(skipped);
    expect(target.take(2)).toEqual(two.take);
    return { target, report };
  };

  it("a sound whose CRC is wrong", async () => {
    const zip = await replaced(await backupOf(library), audioOf(1), { crc: 0xdeadbeef });
    const { target } = await skips(zip, { name: audioOf(1), reason: "damaged" });
    expect(target.records.size).toBe(1);
  });

  it("a sound that is another one", async () => {
    const zip = await replaced(await backupOf(library), audioOf(1), { bytes: noise(9, 300) });
    await skips(zip, { name: audioOf(1), reason: "checksum" });
  });

  it("a sound that is not there", async () => {
    await skips(await without(await backupOf(library), audioOf(1)), { name: audioOf(1), reason: "missing" });
  });

  it("a record that is not there, and its sound stays with it", async () => {
    await skips(await without(await backupOf(library), recordOf(1)), {
      name: recordOf(1),
      reason: "missing",
    });
  });

  it.each([
    ["no JSON", "{", "unreadable"],
    ["no take", "{}", "unreadable"],
    ["nothing", "", "unreadable"],
    ["not UTF-8", "\ud800", "unreadable"],
    ["a tower of brackets", `${"[".repeat(90_000)}${"]".repeat(90_000)}`, "unreadable"],
    ["another take's", JSON.stringify(two.take), "unreadable"],
    ["from the future", JSON.stringify({ ...one.take, version: 3 }), "newer-record"],
    [
      "deep in a part nobody reads",
      JSON.stringify(one.take).replace('"rounds":', `"x":${"[".repeat(99)}${"]".repeat(99)},"rounds":`),
      "unreadable",
    ],
  ])("a record that is %s", async (_, text, reason) => {
    const zip = await replaced(await backupOf(library), recordOf(1), { bytes: bytesOf(text) });
    await skips(zip, { name: recordOf(1), reason });
  });

  it.each([
    ["broken", { crc: 1 }],
    ["of half a number", { bytes: new Uint8Array(41) }],
    ["of what is no number", { bytes: Uint8Array.of(0, 0, 192, 127) }],
  ])("a waveform that is %s, and its take comes back without", async (_, entry) => {
    const zip = await replaced(await backupOf(library), peaksOf(1), entry);
    const { target } = await skips(zip, { name: peaksOf(1), reason: "damaged" });
    expect(target.take(1)).toEqual(one.take);
    expect(target.waves.has(uuid(1))).toBe(false);
  });

  it("whatever this version does not know", async () => {
    const strangers = ["decks/mine.json", "field/a.json", `audio/${uuid(77)}.webm`, "takes/readme.txt"];
    const zip = await rezipped(await backupOf(library), (files) => [
      ...files,
      ...strangers.map((name) => ({ name, bytes: bytesOf("?") })),
      { name: "rehearsals/", bytes: new Uint8Array() },
    ]);
    const { report } = await skips(zip, ...strangers.map((name) => ({ name, reason: "unknown" })));
    expect(report.added).toBe(2);
  });

  it("a file packed in a way few know", async () => {
    const zip = await replaced(await backupOf(library), audioOf(1), { method: 14 });
    await skips(zip, { name: audioOf(1), reason: "unsupported" });
  });

  it("a file that unpacks to more, or less, than it says", async () => {
    for (const size of [100, 299, 301, 5000]) {
      const packed = new Uint8Array(deflateRawSync(noise(1, 300)));
      const zip = await replaced(await backupOf(library), audioOf(1), { method: 8, packed, size });
      await skips(zip, { name: audioOf(1), reason: "damaged" });
    }
  });

  it("a bomb of 1.6 GB that says it is small", async () => {
    const block = deflateRawSync(new Uint8Array(2 ** 24), { finishFlush: constants.Z_FULL_FLUSH });
    const packed = joined(Array.from({ length: 100 }, () => block));
    const zip = await replaced(await backupOf(library), audioOf(1), { method: 8, packed, size: 300 });
    await skips(zip, { name: audioOf(1), reason: "damaged" });
  });

  it("a file whose own header says something else than the directory", async () => {
    const bytes = new Uint8Array(await (await backupOf(library)).arrayBuffer());
    const at = textOf(bytes).indexOf(audioOf(1));
    bytes[at] = 0x62; // "budio/…" in front, "audio/…" in the directory
    await skips(new Blob([bytes]), { name: audioOf(1), reason: "damaged" });
  });
});

it("restores what another program packed again, compressed", async () => {
  const library = Library.of(one, two);
  const zip = await rezipped(await backupOf(library), (files) =>
    files.map((file) => ({ ...file, method: 8, packed: new Uint8Array(deflateRawSync(file.bytes)) })),
  );
  const target = new Library();
  expect(await restoreBackup(zip, target)).toMatchObject({ added: 2, skipped: [] });
  expect(await contents(target)).toEqual(await contents(library));
});

describe("a backup that is wrong as a whole is refused, and nothing is changed", () => {
  const manifest = (change: Record<string, unknown>) =>
    withJson(good, "offscript.json", (value: object) => ({ ...value, ...change }));
  const added = (...entries: Entry[]) => rezipped(good, (files) => [...files, ...entries]);
  const file = (name: string, entry: Partial<Entry> = {}): Entry => ({ name, bytes: bytesOf("?"), ...entry });
  const zeros: Bytes = new Uint8Array(deflateRawSync(new Uint8Array(20 * 2 ** 20)));
  const list = (
    takes: unknown[],
    counts = { takes: takes.length, audio: takes.length, peaks: takes.length },
  ) => manifest({ takes, counts });
  const listed = (id: string) => ({ id, audio: `audio/${id}.webm`, sha256: null, peaks: `peaks/${id}.f32` });

  it.each<[string, string, () => Blob | Promise<Blob>]>([
    ["nothing at all", "not-a-zip", () => new Blob([])],
    ["a text", "not-a-zip", () => new Blob(["Dear diary,".repeat(50)])],
    ["a recording", "not-a-zip", () => one.audio],
    ["a half", "cut-off", () => good.slice(0, 900)],
    ["all but the last byte", "cut-off", () => good.slice(0, good.size - 1)],
    ["a few bytes", "cut-off", () => good.slice(0, 10)],
    ["the second half", "damaged", () => good.slice(900)],
    ["more behind it", "damaged", () => new Blob([good, "more"])],
    ["more before it", "damaged", () => new Blob(["more", good])],
    ["a zip of something else", "not-a-backup", () => new Blob([zipOf([file("photo.jpg")])])],
    ["a zip of nothing", "not-a-backup", () => new Blob([zipOf([])])],
    ["another app's", "not-a-backup", () => manifest({ app: "onscript" })],
    ["no version", "not-a-backup", () => manifest({ version: "1" })],
    ["a newer one", "newer", () => manifest({ version: 2 })],
    [
      "a newer one of another shape",
      "newer",
      () => manifest({ version: 7, takes: "see below", counts: null }),
    ],
    ["wrong counts", "damaged", () => manifest({ counts: { takes: 3, audio: 2, peaks: 2 } })],
    ["a take twice", "damaged", () => list([listed(uuid(1)), listed(uuid(1))])],
    [
      "a take twice in other letters",
      "damaged",
      () => list([listed(uuid(10)), listed(uuid(10).toUpperCase())]),
    ],
    ["a take by another name", "damaged", () => list([listed("../../etc/passwd")])],
    ["a sound elsewhere", "damaged", () => list([{ ...listed(uuid(1)), audio: audioOf(2) }])],
    ["a sound outside", "damaged", () => list([{ ...listed(uuid(1)), audio: "../x.webm" }])],
    ["no list", "damaged", () => manifest({ takes: undefined })],
    [
      "offscript.json that is no JSON",
      "damaged",
      () => replaced(good, "offscript.json", { bytes: bytesOf("{") }),
    ],
    ["offscript.json with a wrong CRC", "damaged", () => replaced(good, "offscript.json", { crc: 1 })],
    ["a way out", "hostile-names", () => added(file("../evil.json"))],
    ["a way out in the middle", "hostile-names", () => added(file("takes/../../evil.json"))],
    ["an absolute path", "hostile-names", () => added(file("/etc/passwd"))],
    ["backslashes", "hostile-names", () => added(file("takes\\evil.json"))],
    ["a drive", "hostile-names", () => added(file("C:evil.json"))],
    ["a dot", "hostile-names", () => added(file("takes/./evil.json"))],
    ["an empty part", "hostile-names", () => added(file("takes//evil.json"))],
    ["a zero in a name", "hostile-names", () => added(file("takes/evil.json\0.txt"))],
    ["a line end in a name", "hostile-names", () => added(file("takes/evil\n.json"))],
    ["a file twice", "hostile-names", () => added(file(recordOf(1)))],
    ["a file twice in other letters", "hostile-names", () => added(file(recordOf(1).toUpperCase()))],
    ["a folder by a file's name", "hostile-names", () => added(file(`${recordOf(1)}/`))],
    ["an encrypted file", "encrypted", () => added(file("decks/secret.json", { flags: 0x801 }))],
    [
      "20 MB of nothing",
      "bomb",
      () => added(file("decks/a", { method: 8, packed: zeros, size: 20 * 2 ** 20 })),
    ],
    ["a record of 4 GB", "bomb", () => added(file("takes/a.json", { size: 0xfffffffe }))],
    [
      "much in many",
      "bomb",
      () => added(...Array.from({ length: 80 }, (_, n) => file(`x/${n}`, { size: 2 ** 20 }))),
    ],
    ["two names for the same bytes", "bomb", () => added(file("decks/a", { sameAs: 0 }))],
    ["a count that is not so", "damaged", async () => new Blob([zipOf(await filesOf(good), 6)])],
    [
      "a directory of 200 MB",
      "bomb",
      () => {
        const end = bytes.slice(-22);
        new DataView(end.buffer).setUint32(12, 200 * 2 ** 20, true);
        return new Blob([bytes.subarray(0, -22), new Uint8Array(201 * 2 ** 20), end]);
      },
    ],
  ])("%s", async (_, problem, zip) => {
    const target = Library.of(two);
    const before = await contents(target);
    const refused = await restoreBackup(await zip(), target).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BackupError);
    expect(refused).toMatchObject({ problem, report: null });
    expect(target.writes).toBe(0);
    expect(await contents(target)).toEqual(before);
  });
});
