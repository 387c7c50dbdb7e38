import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import { level, peak } from "../../src/measure/level.ts";
import { spokenSpan } from "../../src/studio/spokenSpan.ts";
import { always } from "../support/builders.ts";
import { clicks, gain, noise, over, RATE, silence, sound, speech, tone } from "../support/sounds.ts";

const span = ({ samples }: { samples: Float32Array }) => spokenSpan(samples, RATE);

describe("a spoken line in its recording", () => {
  it("begins just before the first word and ends just after the last", () => {
    const found = span(sound(silence(s(0.8)), speech(s(2)), silence(s(1.2))));
    expect(found?.start).toBeCloseTo(0.74, 1);
    expect(found?.length).toBeCloseTo(2.18, 1);
  });
  it("is found over the noise of a room, and keeps its pauses", () => {
    const talk = sound(silence(s(1)), speech(s(0.8)), silence(s(0.7)), speech(s(0.8)), silence(s(1)));
    const found = span(over(talk, sound(noise(s(4.3), 0.002))));
    expect(found?.start).toBeCloseTo(0.94, 1);
    expect(found?.length).toBeCloseTo(2.48, 1);
  });
  it("does not begin with the click of the button", () => {
    const found = span(sound(clicks(s(0.02), s(1), 0.3), silence(s(1)), speech(s(1)), silence(s(0.5))));
    expect(found?.start).toBeCloseTo(0.96, 1);
  });
  it("is none when nobody spoke: silence, a quiet room, a click, a knock, nothing at all", () => {
    const knock = sound(silence(s(1)), tone(s(0.1), 300, 0.3), silence(s(1)));
    const none = [
      sound(),
      knock,
      sound(silence(s(2))),
      sound(noise(s(2), 0.0008)),
      sound(clicks(s(2), s(3))),
    ];
    for (const each of none) expect(span(each)).toBeNull();
  });
  it("is as loud as every other one, however softly it was spoken, and never over full scale", () => {
    const talk = sound(silence(s(0.5)), speech(s(1.5)), silence(s(0.5)));
    always(
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      (factor) => {
        const spoken = gain(talk, factor);
        const found = span(spoken);
        if (!found) throw new Error("nothing was found");
        const from = Math.round(found.start * RATE);
        const line = spoken.samples.subarray(from, from + Math.round(found.length * RATE));
        const played = line.map((sample) => sample * found.gain);
        expect(played.every((sample) => Math.abs(sample) <= 0.901)).toBe(true);
        expect(level(played)).toBeGreaterThan(-25);
        expect(level(played)).toBeLessThan(-18);
      },
      40,
    );
  });
  it("is held under full scale by its loudest sample, not by its loudness alone", () => {
    const bang = over(sound(speech(s(2), 0.1)), sound(silence(s(1)), clicks(s(0.01), s(1), 0.9)));
    const found = span(bang);
    expect((found?.gain ?? 9) * peak(bang.samples)).toBeLessThanOrEqual(0.901);
  });
  it("lies inside its recording, whatever was recorded", () =>
    always(
      fc.array(fc.record({ loud: fc.boolean(), length: fc.integer({ min: 0, max: 900 }) }), { maxLength: 6 }),
      (parts) => {
        const all = sound(
          ...parts.map(({ loud, length }) => (loud ? speech(s(length / 1000)) : silence(s(length / 1000)))),
        );
        const found = span(all);
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.start + found.length).toBeLessThanOrEqual(all.samples.length / RATE + 1e-9);
        expect(Number.isFinite(found.gain) && found.gain > 0).toBe(true);
      },
      60,
    ));
});
