import { expect, it } from "vitest";
import { lineKey } from "../../src/client/lineKey.ts";
import { loadDecks } from "../../src/prompts/load.ts";

it("is a language and sixteen hexadecimal digits, the same for ever", () => {
  expect(lineKey("en", "")).toBe("en/cbf29ce484222325"); // FNV-1a's own offset
  expect(lineKey("en", "a")).toBe("en/af63dc4c8601ec8c"); // and its published value for "a"
  expect(lineKey("zh-CN", "我三分钟后有个会，挑要紧的讲。")).toMatch(/^zh-CN\/[0-9a-f]{16}$/);
});
it("is the same line in whatever form its letters and spaces are written", () => {
  expect(lineKey("en", "caf\u0065\u0301 ")).toBe(lineKey("en", "caf\u00e9"));
  expect(lineKey("en", "And  what\u00a0now?")).toBe(lineKey("en", "And what now?"));
});
it("is another one in another language, and for another mark", () => {
  expect(lineKey("en", "OK?")).not.toBe(lineKey("zh-CN", "OK?"));
  expect(lineKey("en", "OK?")).not.toBe(lineKey("en", "OK."));
});
it("tells all the lines that come with the app from each other", async () => {
  for (const language of ["en", "zh-CN"] as const) {
    const texts = new Set((await loadDecks(language)).flatMap(({ lines }) => lines.map(({ text }) => text)));
    expect(texts.size).toBeGreaterThan(500);
    expect(new Set([...texts].map((text) => lineKey(language, text))).size).toBe(texts.size);
  }
});
