import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { fork, pick, seeded } from "../../src/lib/random.ts";
import { BackupError } from "../../src/store/backup/problems.ts";
import { restoreBackup } from "../../src/store/backup/read.ts";
import { sha256 } from "../../src/store/backup/sha256.ts";
import { readTake, type Take } from "../../src/store/take.ts";
import { aRecording, backupOf, Library } from "../support/backup.ts";
import { uuid } from "../support/builders.ts";
import { manglers, type Whole } from "../support/mangle.ts";
import { filesOf, zipOf } from "../support/zip.ts";

const RUNS = 10_500;

const [one, two] = [await aRecording(1, {}, 120), await aRecording(2, {}, 64)];
const bare = (library: Library): Library => Object.assign(library, { waves: new Map() });
const whole = async (zip: Blob): Promise<Whole> => ({
  bytes: new Uint8Array(await zip.arrayBuffer()),
  files: await filesOf(zip),
});
const packed = async (zip: Blob): Promise<Whole> => {
  const files = (await filesOf(zip)).map((file) => ({
    ...file,
    method: 8,
    packed: new Uint8Array(deflateRawSync(file.bytes)),
  }));
  return { bytes: zipOf(files), files };
};
const wholes = [
  await whole(await backupOf(bare(Library.of(one)))),
  await whole(await backupOf(bare(Library.of(two)))),
  await whole(await backupOf(Library.of(one, two))),
  await packed(await backupOf(bare(Library.of(one)))),
];

/** What may be here already: nothing, a take that is older, one that is newer. */
const mine = { ...one.take, notes: "mine", changed: one.take.changed + 5000 };
const heres: readonly (() => Library)[] = [
  () => new Library(),
  () => Library.of({ ...one, take: { ...one.take, changed: 5 } }),
  () => Library.of({ ...one, take: mine }),
];

const checked = new WeakSet<Blob>([one.audio, two.audio]);

/** Every take is whole: it can be read, it is under its own id, and its sound is the one that was recorded. */
async function expectWhole(library: Library): Promise<void> {
  for (const [id, record] of library.records) {
    const read = readTake(record);
    if (!("take" in read)) throw new Error(`${id} cannot be read: ${read.problem}`);
    const audio = library.sounds.get(id);
    if (!audio || read.take.id !== id) throw new Error(`${id} has no sound, or is another`);
    if (checked.has(audio)) continue;
    expect(await sha256(new Uint8Array(await audio.arrayBuffer()))).toBe(read.take.audio.sha256);
    checked.add(audio);
  }
}

it(`takes ${RUNS} spoiled backups without a crash, a hang or half a take`, { timeout: 120_000 }, async () => {
  const ways = Object.keys(manglers);
  const ends: Record<string, number> = {};
  let slowest = 0;
  for (let run = 0; run < RUNS; run++) {
    const way = ways[run % ways.length] ?? "";
    const random = seeded(fork(20_261_121, way, run));
    const bytes = manglers[way]?.(pick(wholes, random), random, wholes) ?? new Uint8Array();
    const target = pick(heres, random)();
    const before = target.copy();
    const started = performance.now();
    const end = await restoreBackup(new Blob([bytes]), target).catch((error: unknown) => error);
    slowest = Math.max(slowest, performance.now() - started);
    const where = `run ${run}, ${way}`;
    if (end instanceof BackupError) {
      expect(end.report, where).toBeNull();
      expect(target.writes, where).toBe(0);
      expect(target.records, where).toEqual(before.records);
      expect([...target.sounds.values()], where).toEqual([...before.sounds.values()]);
    } else {
      expect(end, where).toHaveProperty("skipped");
      await expectWhole(target);
      const here = before.records.get(uuid(1)) as Take | undefined;
      const now = target.records.get(uuid(1)) as Take | undefined;
      if (here) expect(now?.changed, where).toBeGreaterThanOrEqual(here.changed);
      if (here?.notes === "mine" && now?.changed === here.changed) expect(now.notes, where).toBe("mine");
    }
    const what = end instanceof BackupError ? end.problem : "restored";
    ends[what] = (ends[what] ?? 0) + 1;
  }
  // The spoiling has to reach every corner, or it proves little.
  for (const end of [
    "restored",
    "damaged",
    "cut-off",
    "not-a-zip",
    "not-a-backup",
    "hostile-names",
    "bomb",
  ]) {
    expect(ends[end], `${end} of ${JSON.stringify(ends)}`).toBeGreaterThan(20);
  }
  expect(ends.encrypted).toBeGreaterThan(20);
  expect(ends.newer).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(5_000);
});
