import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportName } from "../../../src/review/exports/fileName.ts";
import type { Take } from "../../../src/store/take.ts";
import { always, aTake } from "../../support/builders.ts";
import { anyText } from "../../support/exporting.ts";

const named = (text: string, language: Take["language"] = "en", extension = "wav") =>
  exportName(aTake({ title: { deck: "any", id: "any", text }, language }), extension);

describe("an exported file", () => {
  it.each([
    ["Their licences expire Friday", "2026-11-21 09.30 Their licences expire Friday.wav"],
    ["Why are we still talking?", "2026-11-21 09.30 Why are we still talking.wav"],
    ['and/or: <what> "now" | \\ *', "2026-11-21 09.30 and or what now.wav"],
    ["../../etc/passwd", "2026-11-21 09.30 etc passwd.wav"],
    ["CON", "2026-11-21 09.30 CON.wav"],
    ["three dots...", "2026-11-21 09.30 three dots.wav"],
    ["photo\u202Egpj.exe", "2026-11-21 09.30 photo gpj.exe.wav"],
    ["e\u0301te\u0301", "2026-11-21 09.30 été.wav"],
    ["\uD800 half a character", "2026-11-21 09.30 half a character.wav"],
    ["???", "2026-11-21 09.30.wav"],
  ])("on %j is called %j", (title, name) => expect(named(title)).toBe(name));
  it("is called in the language of its take", () =>
    expect(named("客户说：太贵了？", "zh-CN", "TextGrid")).toBe(
      "2026-11-21 09点30 客户说：太贵了？.TextGrid",
    ));
  it("is cut between characters when its title is long", () => {
    expect(named("客".repeat(120), "zh-CN")).toMatch(/^2026-11-21 09点30 客{38}…\.wav$/);
    expect(named("👩🏽‍💼".repeat(40))).not.toMatch(/\p{Surrogate}/u);
  });
  it("is allowed on every file system, whatever its title", () =>
    always(
      fc.tuple(
        fc.oneof(anyText, fc.string({ unit: "binary" })),
        fc.constantFrom<Take["language"]>("en", "zh-CN"),
      ),
      ([title, language]) => {
        const name = named(title.repeat(7), language);
        expect(name).toMatch(/^2026-11-21 09[.点]30( [^\s.].*)?\.wav$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{C}]|\s{2}|[. ]\.wav$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(140);
      },
      1_000,
    ));
});
