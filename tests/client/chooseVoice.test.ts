import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseVoice, type InstalledVoice } from "../../src/client/chooseVoice.ts";
import { always } from "../support/builders.ts";

const voice = (name: string, lang: string, more: Partial<InstalledVoice> = {}): InstalledVoice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
});
const chosen = (language: "en" | "zh-CN", ...voices: InstalledVoice[]) => chooseVoice(voices, language)?.name;

describe("the voice that is chosen", () => {
  it("is none when nothing is installed, or nothing of the language", () => {
    expect(chosen("en")).toBeUndefined();
    expect(chosen("zh-CN", voice("Samantha", "en-US"), voice("Kyoko", "ja-JP"))).toBeUndefined();
    expect(chosen("en", voice("Enzo", "enm"), voice("Lin", "zh-CN"))).toBeUndefined();
  });

  it("is never a remote one, however good: nothing may leave the machine", () => {
    const remote = { localService: false, default: true };
    expect(chosen("zh-CN", voice("Google 普通话", "zh-CN", remote))).toBeUndefined();
    expect(chosen("en", voice("Aria Online (Natural)", "en-US", remote), voice("eSpeak", "en"))).toBe(
      "eSpeak",
    );
  });

  it.each([
    "zh-CN",
    "zh_CN",
    "zh",
    "cmn",
    "cmn-Hans-CN",
    "cmn-latn-pinyin",
    "zh-TW",
    "zh-HK",
    "yue",
    "yue-HK",
  ])("is Chinese when it is called %s", (tag) =>
    expect(chosen("zh-CN", voice("Somebody", tag))).toBe("Somebody"),
  );

  it("is Mandarin before Cantonese, and of the mainland before Taiwan", () => {
    const [yue, hk, tw, cn] = [
      voice("A", "yue"),
      voice("B", "zh-HK"),
      voice("C", "zh-TW"),
      voice("D", "zh-CN"),
    ];
    expect(chosen("zh-CN", yue, hk, tw, cn)).toBe("D");
    expect(chosen("zh-CN", yue, hk, tw)).toBe("C");
    expect(chosen("zh-CN", yue, hk)).toBe("A");
    expect(chosen("zh-CN", voice("A", "zh-yue"), tw)).toBe("C");
  });

  it("is natural before plain, plain before robotic, and only at last one that sings", () => {
    const singing = voice("Bubbles", "en-US");
    const robotic = voice("English (America)+espeak-ng", "en-US", { default: true });
    const plain = voice("Microsoft David", "en-US");
    const natural = voice("Zoe (Premium)", "en-GB"); // the last by name, so that its name alone decides
    expect(chosen("en", singing, robotic, plain, natural)).toBe(natural.name);
    expect(chosen("en", singing, robotic, plain)).toBe(plain.name);
    expect(chosen("en", singing, robotic)).toBe(robotic.name);
    expect(chosen("en", singing)).toBe(singing.name);
  });

  it("is the system's own among equals", () =>
    expect(chosen("en", voice("A", "en-US"), voice("B", "en-US", { default: true }))).toBe("B"));

  it("does not depend on the order in which the browser lists them", () => {
    const any = fc.record({
      name: fc.constantFrom("Ava (Premium)", "David", "Bells", "eSpeak", "Siri", "Ting-Ting", "Z"),
      lang: fc.constantFrom("en-US", "en", "zh-CN", "zh-TW", "yue", "cmn", "de"),
      localService: fc.boolean(),
      default: fc.boolean(),
    });
    always(fc.array(any, { maxLength: 12 }), (voices) => {
      for (const language of ["en", "zh-CN"] as const) {
        const found = chooseVoice(voices, language);
        expect(chooseVoice(voices.toReversed(), language)).toEqual(found);
        expect(found?.localService ?? true).toBe(true);
      }
    });
  });

  it("is found among thirteen thousand, as speech-dispatcher lists them", () => {
    const many = Array.from({ length: 13_362 }, (_, at) => voice(`espeak-ng variant ${at}`, "de"));
    expect(chosen("zh-CN", ...many, voice("Chinese (Mandarin)+espeak-ng", "cmn"))).toBe(
      "Chinese (Mandarin)+espeak-ng",
    );
  });
});
