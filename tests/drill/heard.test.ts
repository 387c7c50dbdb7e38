import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type VoiceMode, voiceModes } from "../../src/client/sound.ts";
import { BREATH, hasStruck, heardAt, type Means, voiceModeOf } from "../../src/drill/heard.ts";
import { withRecordedLines } from "../../src/drill/recordedLines.ts";

import { ms, s } from "../../src/lib/units.ts";
import { always, aPlan, cutIn, line, stare } from "../support/builders.ts";

const saying = { cue: "cut-in", caption: line };
const staring = { cue: "cold-stare", caption: null };
const means = (mode: VoiceMode, more: Partial<Means> = {}): Means => ({
  mode,
  recordingOf: () => null,
  synthesis: false,
  ...more,
});
const recorded = { recordingOf: (text: string) => (text === line.text ? "key" : null) };
const breath = { sound: "breath", after: 0 };

describe("what is heard when a cue strikes", () => {
  it("is nothing when nothing is wanted, or nothing struck", () => {
    expect(heardAt(saying, means("off", { ...recorded, synthesis: true }))).toBeNull();
    expect(heardAt({ cue: null, caption: line }, means("synthesis"))).toBeNull();
  });
  it("is a breath before a line that stays a caption", () =>
    expect(heardAt(saying, means("sounds", recorded))).toEqual({ parts: [breath], say: null }));
  it("is a breath, and the recording of the line right after it", () => {
    const both = { parts: [breath, { line: "key", after: BREATH }], say: null };
    expect(heardAt(saying, means("recordings", recorded))).toEqual(both);
    expect(heardAt(saying, means("synthesis", { ...recorded, synthesis: true }))).toEqual(both);
  });
  it("is said by the machine only when that is wanted, can be, and nobody recorded the line", () => {
    expect(heardAt(saying, means("synthesis", { synthesis: true }))?.say).toBe(line.text);
    expect(heardAt(saying, means("synthesis"))?.say).toBeNull();
    expect(heardAt(saying, means("recordings", { synthesis: true }))?.say).toBeNull();
  });
  it("is the sound of its kind: a pen put down before a stare, nothing before a blank", () => {
    expect(heardAt(staring, means("sounds"))?.parts).toEqual([{ sound: "pen", after: 0 }]);
    expect(heardAt({ cue: "blank", caption: null }, means("sounds"))?.parts).toEqual([]);
  });
  it("is nothing for a kind that an old link names and we have since removed", () =>
    expect(heardAt({ cue: "sneeze", caption: null }, means("sounds"))?.parts).toEqual([]));
  it("has struck once for each cue, not for each drawing", () => {
    expect(hasStruck({ cue: null }, staring)).toBe(true);
    expect(hasStruck(staring, staring)).toBe(false);
    expect(hasStruck(staring, { cue: null })).toBe(false);
    expect(hasStruck(staring, saying)).toBe(true);
  });
});

describe("how much of the client is heard", () => {
  it("is what was chosen, but for a voice that would bleed into the recording", () => {
    for (const voice of voiceModes) {
      expect(voiceModeOf({ voice, headphones: true })).toBe(voice);
      expect(voiceModeOf({ voice, headphones: false })).toBe(voice === "synthesis" ? "recordings" : voice);
    }
  });
  it("is nothing in a softer drill", () =>
    expect(voiceModeOf({ voice: "recordings", headphones: true }, true)).toBe("off"));
});

describe("a plan with recorded lines", () => {
  const plan = aPlan({ cues: [cutIn(10, 20), stare(30)], cuesForSpare: [cutIn(12, 20)] });
  it("is left as it is where nobody recorded anything", () =>
    expect(withRecordedLines(plan, () => null)).toEqual(plan));
  it("gives the client the time the recording takes, and moves nothing else", () => {
    const [round] = withRecordedLines(plan, () => s(3)).rounds;
    const least = BREATH + 3_000 + 90;
    expect(round?.cues).toEqual([{ ...cutIn(10, 20), least }, stare(30)]);
    expect(round?.cuesForSpare).toEqual([{ ...cutIn(12, 20), least }]);
  });
  it("never lets a cue outlast itself", () =>
    always(fc.integer({ min: 1, max: 60_000 }), (length) => {
      const [cue] = withRecordedLines(plan, () => ms(length)).rounds[0]?.cues ?? [];
      expect(cue?.least).toBeLessThanOrEqual(cue?.most ?? 0);
      expect(cue?.least).toBeGreaterThan(0);
    }));
});
