import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { s } from "../../../src/lib/units.ts";
import type { ExportFormat } from "../../../src/review/exports/format.ts";
import { format as m4a } from "../../../src/review/exports/formats/m4a.ts";
import { format as ogg } from "../../../src/review/exports/formats/ogg.ts";
import { format as webm } from "../../../src/review/exports/formats/webm.ts";
import { pcm16, wavHeader } from "../../../src/review/exports/wav.ts";
import { aTake } from "../../support/builders.ts";
import { aMaterial, exportedBytes } from "../../support/exporting.ts";
import { clicks, noise, over, sound, speech } from "../../support/sounds.ts";
import { wavFile } from "../../support/speech.ts";

vi.setConfig({ testTimeout: 60_000 }); // starting programs is slow on a busy machine, and that is no failure

describe("a WAV file", () => {
  const samples = Float32Array.of(0, 0.5, -0.5, 1, -1, 1.2, -1.2, 1 / 65_536, Number.NaN);
  it("has the head and the samples that the format asks for", () => {
    const made = Buffer.concat([wavHeader(samples.length, 16_000), pcm16(samples)]);
    const head = (file: Buffer) => file.subarray(0, 44).toString("hex");
    expect(head(made)).toBe(head(wavFile({ samples, sampleRate: 16_000 })));
    const levels = Array.from(samples, (_, index) => made.readInt16LE(44 + index * 2));
    expect(levels).toEqual([0, 16_384, -16_384, 32_767, -32_768, 32_767, -32_768, 1, 0]);
  });
});

const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { encoding: "buffer", maxBuffer: 2 ** 28 });
const hasFfmpeg = run("ffmpeg", ["-version"]).status === 0 && run("ffprobe", ["-version"]).status === 0;

describe.skipIf(!hasFfmpeg)("ffmpeg (skipped where it is not installed: apt-get install ffmpeg)", () => {
  const LENGTH = 65;
  const RATE = 48_000;
  let folder = "";
  const at = (name: string) => path.join(folder, name);
  const ffmpeg = (...args: string[]): Buffer => {
    const { status, stdout, stderr } = run("ffmpeg", ["-v", "error", "-y", ...args]);
    if (status !== 0) throw new Error(String(stderr));
    return stdout;
  };
  /** The length and the title by a file's own account; both lie where the container keeps them. */
  const probe = (name: string) => {
    const entries = "format=duration:format_tags:stream_tags";
    const { stdout } = run("ffprobe", ["-v", "error", "-of", "flat", "-show_entries", entries, at(name)]);
    const field = (key: string) => new RegExp(`^\\S*[._]${key}="?([^"\n]*)`, "im").exec(String(stdout))?.[1];
    return { duration: Number(field("duration")), title: field("title") };
  };
  /** All samples of a file, or those from a second on. */
  const decode = (name: string, from = 0): Int16Array => {
    const seek = from > 0 ? ["-ss", String(from)] : [];
    const raw = ffmpeg(...seek, "-i", at(name), "-f", "s16le", "-ac", "1", "-ar", String(RATE), "-");
    return new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "offscript-ffmpeg-"));
    const talk = over(sound(speech(s(LENGTH), 0.2)), sound(clicks(s(LENGTH), s(1.37), 0.4)));
    writeFileSync(at("talk.wav"), wavFile(over(talk, sound(noise(s(LENGTH), 0.01)))));
    ffmpeg(
      "-i",
      at("talk.wav"),
      "-c:a",
      "libopus",
      "-b:a",
      "64k",
      "-ar",
      "48000",
      "-f",
      "webm",
      at("opus.webm"),
    );
    ffmpeg("-i", at("talk.wav"), "-c:a", "aac", "-b:a", "64k", "-ar", "48000", at("aac.m4a"));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = async (format: ExportFormat, from: string, type: string): Promise<string> => {
    const audio = new Blob([readFileSync(at(from))], { type });
    const take = aTake({
      title: { deck: "any", id: "any", text: "客户说：太贵了" },
      audio: { type, bytes: audio.size, sha256: "0".repeat(64), gaps: [] },
    });
    const name = `take.${format.extension}`;
    writeFileSync(at(name), await exportedBytes(format, aMaterial({ take, audio: async () => audio })));
    return name;
  };

  it.each([
    [webm, "opus.webm", "audio/webm;codecs=opus"],
    [ogg, "opus.webm", "audio/webm;codecs=opus"],
    [m4a, "aac.m4a", "audio/mp4;codecs=aac"],
  ] as const)(
    "finds the length of $extension, seeks in it and hears the same",
    async (format, from, type) => {
      const name = await write(format, from, type);
      const { duration, title } = probe(name);
      expect(Math.abs(duration - LENGTH)).toBeLessThan(0.05);
      expect(title).toBe("客户说：太贵了");
      const [before, after] = [decode(from), decode(name)];
      expect(Math.abs(after.length - before.length) / RATE).toBeLessThan(0.05);
      expect(lag(before, after)).toBeLessThan(0.02);
      // From any place on, it is what stands there.
      for (const place of [20.5, 47.25]) {
        const sought = decode(name, place);
        expect(Math.abs(sought.length / RATE - (after.length / RATE - place))).toBeLessThan(0.03);
      }
    },
  );
});

/** How far apart two sounds lie, in seconds, by the clicks in them; as far as they differ at all. */
function lag(a: Int16Array, b: Int16Array): number {
  const [first, second] = [a, b].map(clickTimes) as [number[], number[]];
  if (first.length < 20 || first.length !== second.length) return Number.POSITIVE_INFINITY;
  return Math.max(...first.map((time, index) => Math.abs(time - (second[index] ?? 0))));
}
function clickTimes(samples: Int16Array): number[] {
  const found: number[] = [];
  for (const [index, sample] of samples.entries())
    if (Math.abs(sample) > 12_000 && index / 48_000 - (found.at(-1) ?? -1) > 0.5) found.push(index / 48_000);
  return found;
}
