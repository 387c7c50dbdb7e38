import { describe, expect, it } from "vitest";
import { memoryStores } from "../../src/store/memory.ts";
import { defaultSettings, readSettings, type Settings } from "../../src/store/settings.ts";

const mine: Settings = {
  ...defaultSettings,
  language: "zh-CN",
  headphones: true,
  cuesOff: ["blank"],
  explained: ["cut-in"],
  decks: ["en/nature"],
};

describe("settings", () => {
  it("are read as they were written", () => {
    expect(readSettings(mine)).toEqual(mine);
    expect(readSettings(JSON.parse(JSON.stringify(mine)))).toEqual(mine);
    expect(readSettings(defaultSettings)).toEqual(defaultSettings);
  });

  it.each([
    ["nothing was kept yet", undefined],
    ["null", null],
    ["a word", "settings"],
    ["no version", { headphones: true }],
    ["a newer app's version", { ...mine, version: 2 }],
  ])("are the usual ones after %s", (_, value) => expect(readSettings(value)).toEqual(defaultSettings));

  it.each(Object.keys(defaultSettings).filter((key) => key !== "version"))(
    "lose a broken or missing %s alone, and keep the others",
    (key) => {
      const usual = { [key]: defaultSettings[key as keyof Settings] };
      expect(readSettings({ ...mine, [key]: 1234 })).toEqual({ ...mine, ...usual });
      const { [key]: _, ...rest } = mine as Record<string, unknown>;
      expect(readSettings(rest)).toEqual({ ...mine, ...usual });
    },
  );

  it("ask for no language we do not speak", () =>
    expect(readSettings({ ...mine, language: "tlh" }).language).toBeNull());

  it("last as long as the tab where nothing can be stored", async () => {
    const { settings } = memoryStores();
    expect(await settings.load()).toEqual(defaultSettings);
    await settings.save(mine);
    expect(await settings.load()).toEqual(mine);
  });
});
