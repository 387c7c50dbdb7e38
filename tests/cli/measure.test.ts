import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/measure.ts";
import { measure } from "../../src/measure/measure.ts";
import { readWav } from "../../src/measure/wav.ts";
import { talk } from "../support/voices.ts";
import { wav } from "../support/wavs.ts";

const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
const file = (name: string, content: Uint8Array | string): string => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};
afterAll(() => rmSync(folder, { recursive: true }));

const { samples } = talk(4, [9, 12]).sound;
const told = wav([samples]);
const take = file("take.wav", told);

const said: { out: string[]; err: string[] } = { out: [], err: [] };
beforeEach(() => {
  said.out = [];
  said.err = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.out.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.err.push(line));
});
afterEach(() => vi.restoreAllMocks());

describe("measuring from a terminal", () => {
  it("prints one line of JSON a file, with the numbers of the app", async () => {
    expect(await run([take, take])).toBe(0);
    expect(said.out).toHaveLength(2);
    const { samples: heard, sampleRate } = readWav(told);
    expect(JSON.parse(said.out[0] ?? "")).toEqual({ file: take, ...measure(heard, sampleRate) });
    expect(said.err).toEqual([]);
  });

  it("measures against cues, of a list or of a take", async () => {
    const cues = [{ kind: "cut-in", at: 3, until: 3.6 }];
    const list = file("cues.json", JSON.stringify(cues));
    const record = file(
      "take.json",
      JSON.stringify({ goAt: 0.25, cues, microphone: { echoCancellation: true } }),
    );
    expect(await run(["--cues", list, take])).toBe(0);
    expect(await run([`--cues=${record}`, take])).toBe(0);
    const [first, second] = said.out.map((line) => JSON.parse(line));
    expect(first.cues).toEqual([
      {
        kind: "cut-in",
        at: 3,
        until: 3.6,
        held: false,
        stopLatency: expect.closeTo(0.25, 1),
        recovery: expect.closeTo(0.45, 1),
      },
    ]);
    expect(second.cues).toEqual(first.cues);
    expect(first.responseLatency - second.responseLatency).toBeCloseTo(0.25, 3);
  });

  it.each(["pcm8", "pcm16", "pcm24", "pcm32", "float32"] as const)(
    "reads %s, in stereo too",
    async (format) => {
      expect(
        await run([file(`${format}.wav`, wav([samples, samples], { format, sampleRate: 16_000 }))]),
      ).toBe(0);
      expect(JSON.parse(said.out[0] ?? "").syllables).toBe(21);
    },
  );

  it("names each bad file and why, measures the others all the same, and ends with 1", async () => {
    const bad = [
      path.join(folder, "gone.wav"),
      folder,
      file("empty.wav", ""),
      file("text.wav", "hello, hello"),
      file("cut.wav", told.subarray(0, 30)),
    ];
    expect(await run([...bad, take])).toBe(1);
    expect(said.out).toHaveLength(1);
    expect(said.err).toHaveLength(bad.length);
    for (const [index, reason] of [
      "no such file",
      "a folder",
      "empty",
      "not a WAV",
      "format is cut off",
    ].entries()) {
      expect(said.err[index]).toContain(bad[index]);
      expect(said.err[index]).toContain(reason);
    }
  });

  it("says how it is used, when it is asked, or asked wrongly", async () => {
    expect(await run(["--help"])).toBe(0);
    expect(said.out[0]).toContain("--cues");
    for (const args of [[], ["--cues"], ["--loud", take]]) expect(await run(args)).toBe(1);
    expect(said.err).toHaveLength(3);
  });

  it("says what is wrong with the cues", async () => {
    expect(await run(["--cues", file("bad.json", '[{"kind": "cut-in"}]'), take])).toBe(1);
    expect(await run(["--cues", file("worse.json", "{"), take])).toBe(1);
    expect(await run(["--cues", path.join(folder, "gone.json"), take])).toBe(1);
    expect(said.err[0]).toContain("cues.0.at");
    expect(said.err[2]).toContain("no such file");
    expect(said.out).toEqual([]);
  });

  it("is what npm run measure runs", () => {
    const script = fileURLToPath(new URL("../../scripts/cli.mjs", import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [script, "measure", take], { encoding: "utf8" });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: take, syllables: 21 });
  }, 60_000);
});
