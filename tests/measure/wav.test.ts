import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWav } from "../../src/measure/wav.ts";
import { always } from "../support/builders.ts";
import { type Stored, wav } from "../support/wavs.ts";

const samples = [0, 0.5, -0.5, 0.25, -1, 0.999];
const stored: readonly [Stored, number][] = [
  ["pcm8", 1 / 127],
  ["pcm16", 2 ** -15],
  ["pcm24", 2 ** -23],
  ["pcm32", 2 ** -24],
  ["float32", 1e-7],
  ["float64", 1e-7],
];

describe("a WAV file", () => {
  it.each(stored)("of %s is read to its last step", (format, step) => {
    const sound = readWav(wav([samples], { format }));
    expect(sound.sampleRate).toBe(16_000);
    expect(sound.samples).toHaveLength(samples.length);
    for (const [index, sample] of samples.entries())
      expect(Math.abs((sound.samples[index] ?? 9) - sample)).toBeLessThanOrEqual(step);
  });

  it.each(stored)("of %s in two channels is their mean", (format, step) => {
    const { samples: mono } = readWav(wav([samples, samples.map(() => 0)], { format }));
    for (const [index, sample] of samples.entries())
      expect(Math.abs((mono[index] ?? 9) - sample / 2)).toBeLessThanOrEqual(step);
  });

  it.each([8_000, 11_025, 22_050, 44_100, 48_000, 96_000])("of %i Hz says so", (sampleRate) =>
    expect(readWav(wav([samples], { sampleRate })).sampleRate).toBe(sampleRate),
  );

  it("is read past chunks it does not know, odd ones too, and in its extensible form", () => {
    expect(readWav(wav([samples], { junk: 7 })).samples).toHaveLength(samples.length);
    expect(readWav(wav([samples], { extensible: true, format: "pcm24" })).samples[1]).toBeCloseTo(0.5, 6);
    expect(readWav(wav([samples], { extensible: true, format: "float32" })).samples[1]).toBe(0.5);
  });

  it("that was cut off is read as far as it goes", () => {
    const file = wav([samples]);
    expect(readWav(file.subarray(0, file.length - 3)).samples).toHaveLength(samples.length - 2);
  });

  it("whose writer never filled in the length is read to its end", () => {
    const file = wav([samples]);
    new DataView(file.buffer).setUint32(40, 0xffffffff, true);
    expect(readWav(file).samples).toHaveLength(samples.length);
  });

  it("without a sample is a sound without length", () => expect(readWav(wav([[]])).samples).toHaveLength(0));
});

describe("what is none", () => {
  const text = (words: string) => new TextEncoder().encode(words);
  it.each([
    ["an empty file", new Uint8Array(), "empty"],
    ["a text", text("dear diary, today"), "not a WAV"],
    ["an Ogg file", text("OggS............"), "not a WAV"],
    ["a RIFF of something else", text("RIFF....AVI ...."), "not a WAV"],
    ["a header and nothing more", wav([samples]).subarray(0, 12), "format is missing"],
    ["a file without sound", wav([samples]).subarray(0, 36), "data chunk is missing"],
    ["a compressed one", wav([samples], { tag: 2 }), "format 2"],
    ["one of 12 bits", wav([samples], { bits: 12 }), "12 bits"],
    ["one without channels", wav([samples], { channels: 0 }), "0 channels"],
    ["one of 0 Hz", wav([samples], { sampleRate: 0 }), "0 Hz"],
  ])("%s is told in words", (_, file, words) => expect(() => readWav(file)).toThrow(words));

  it("never ends in anything but a sound or a reason: files with bytes changed at random", () =>
    always(
      fc.tuple(fc.array(fc.tuple(fc.nat(55), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(56)),
      ([changes, length]) => {
        const file = wav([samples]).slice(0, Math.max(1, length));
        for (const [at, value] of changes) if (at < file.length) file[at] = value;
        try {
          expect(readWav(file).samples.length).toBeLessThan(100);
        } catch (error) {
          expect((error as Error).name).toBe("WavError");
        }
      },
    ));
});
