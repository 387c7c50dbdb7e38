import { describe, expect, it } from "vitest";
import { catalogues } from "../../../src/i18n/languages.ts";
import { languages } from "../../../src/prompts/deck.ts";
import { exportBlob, exportTo } from "../../../src/review/exports/deliver.ts";
import type { Bytes, ExportFormat } from "../../../src/review/exports/format.ts";
import { exportFormats } from "../../../src/review/exports/index.ts";
import { markKinds } from "../../../src/review/marks.ts";
import { scales, type Take } from "../../../src/store/take.ts";
import { aSink } from "../../support/backup.ts";
import { aTake } from "../../support/builders.ts";
import { aMaterial, namesIn } from "../../support/exporting.ts";

const kept = (type: string, length = 21): Take =>
  aTake({ length, audio: { type, bytes: 1, sha256: "0".repeat(64), gaps: null } });
const ids = (formats: readonly ExportFormat[]) => formats.map(({ id }) => id);

describe("the formats", () => {
  it("are these, sound first", () =>
    expect(ids(exportFormats)).toEqual([
      ..."m4a ogg wav webm".split(" "),
      ..."audacity textgrid webvtt".split(" "),
      ..."csv json".split(" "),
    ]));
  it("each have an ending of their own", () =>
    expect(new Set(exportFormats.map(({ extension }) => extension)).size).toBe(exportFormats.length));
  it.each(languages)("have words, and no words are for others: %s", (language) => {
    const { formats, groups } = catalogues[language].words.exporting;
    expect(Object.keys(formats).toSorted()).toEqual(ids(exportFormats).toSorted());
    expect(Object.keys(groups).toSorted()).toEqual(
      [...new Set(exportFormats.map(({ group }) => group))].toSorted(),
    );
  });
  it.each([
    ["audio/webm;codecs=opus", true, false],
    ['audio/ogg; codecs="opus"', true, false],
    ["audio/mp4;codecs=aac", false, true],
    ["audio/mp4;codecs=mp4a.40.2", false, true],
    ["audio/mp4", false, true],
  ])("copy what they can hold: %s", async (type, opus, aac) => {
    const can = async (id: string) => exportFormats.find((format) => format.id === id)?.possible(kept(type));
    expect([await can("webm"), await can("ogg")]).toEqual([opus, opus]);
    if (aac) expect(await can("m4a")).toBe(true);
  });
  it("leave WAV out when its lengths would not fit", () => {
    const wav = exportFormats.find(({ id }) => id === "wav");
    expect(wav?.possible(kept("audio/webm;codecs=opus", 12 * 3_600))).toBe(true);
    expect(wav?.possible(kept("audio/webm;codecs=opus", 13 * 3_600))).toBe(false);
  });
});

describe("the names in a file", () => {
  it.each(languages)("are in the user's language, and a key where there is none: %s", (language) => {
    const names = namesIn(language);
    const { words } = catalogues[language];
    for (const kind of markKinds) expect(names.mark(kind)).toBe(words.exporting.marks[kind]);
    for (const scale of scales)
      expect(names.measure(`rating.${scale}`)).toBe(words.review.scales[scale].name);
    expect(names.cue("blank")).toBe(words.cues.blank.name);
    for (const odd of ["constructor", "my own", "rating.constructor", ""]) {
      expect(names.mark(odd)).toBe(odd);
      expect(names.measure(odd)).toBe(odd);
    }
  });
});

const numbers = (count: number, asked: number[] = []): ExportFormat => ({
  id: "numbers",
  group: "measures",
  extension: "n",
  mediaType: "application/x-numbers",
  possible: () => true,
  async *write() {
    for (let number = 0; number < count; number++) {
      asked.push(number);
      yield Uint8Array.of(number) as Bytes;
    }
  },
});

describe("an export", () => {
  it("is one file, of its type", async () => {
    const told: number[] = [];
    const file = await exportBlob(numbers(3), aMaterial(), { onProgress: (share) => told.push(share) });
    expect(file.type).toBe("application/x-numbers");
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 1, 2]);
    expect(told.at(-1)).toBe(1);
  });
  it("is written where it is wanted, and closed", async () => {
    const { sink, end, blob } = aSink();
    await exportTo(sink, numbers(3), aMaterial());
    expect(end).toEqual({ closed: true, aborted: undefined });
    expect(blob().size).toBe(3);
  });
  it("makes no more of a file than is taken of it", async () => {
    const asked: number[] = [];
    const failing = new WritableStream<Uint8Array>({
      write: ([number]) => {
        if (number === 1) throw new Error("the disk is full");
      },
    });
    await expect(exportTo(failing, numbers(100, asked), aMaterial())).rejects.toThrow("the disk is full");
    expect(asked.length).toBeLessThan(5);
  });
  it("that is stopped leaves no file that looks whole", async () => {
    const controller = new AbortController();
    const { sink, end } = aSink();
    const stop = numbers(3);
    const stopping = exportTo(
      sink,
      {
        ...stop,
        async *write(material) {
          yield* stop.write(material);
          controller.abort();
          yield Uint8Array.of(9) as Bytes;
        },
      },
      aMaterial(),
      { signal: controller.signal },
    );
    await expect(stopping).rejects.toMatchObject({ name: "AbortError" });
    expect(end.closed).toBe(false);
    expect(end.aborted).toBeDefined();
  });
});
