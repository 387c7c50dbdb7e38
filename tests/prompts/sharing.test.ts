import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { deckFileName, deckText } from "../../src/prompts/exporting.ts";
import { apply, preview } from "../../src/prompts/importing/preview.ts";
import { readShared, shareAddress } from "../../src/prompts/sharing.ts";
import { aDeck } from "../support/builders.ts";
import { inWords, noDecks, wish } from "../support/decks.ts";

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const told = async (add: string) => inWords((await readShared(add)).problems);

describe("a deck in an address", () => {
  const deck = aDeck("own/mine-abc123", 40, 20, "zh-CN");
  it("is the same deck where it is opened", async () => {
    const shared = await shareAddress(deck);
    if (!("address" in shared)) throw new Error("no address");
    expect(shared.address).toMatch(/^#\/decks\?add=[\w-]+$/);
    expect(shared.address.length).toBeLessThan(8_000);
    const add = new URLSearchParams(shared.address.split("?")[1]).get("add") ?? "";
    expect(apply(preview(await readShared(add), noDecks, wish))).toEqual(deck);
  });
  it("is too big for that from 8 kB on", async () => {
    const random = seeded(7);
    const word = () => Math.floor(random() * 1e12).toString(36);
    const titles = Array.from({ length: 200 }, (_, at) => ({
      id: `t-${at}`,
      text: Array.from({ length: 8 }, word).join(" "),
    }));
    const shared = await shareAddress({ ...deck, titles });
    expect("problem" in shared && inWords([shared.problem])).toEqual([
      "This deck is too big for a link of 8 kB. Send it as a file.",
    ]);
  });
  it.each<readonly [string, string, RegExp]>([
    ["nothing", "", /link is damaged or cut off/],
    ["what is no base64url", "a b+/", /link is damaged/],
    ["a length no base64 has", "abcde", /link is damaged/],
    ["what unpacks to nothing", base64url(new Uint8Array([7, 7, 7])), /link is damaged/],
    [
      "a link that was cut off",
      base64url(deflateRawSync(deckText(aDeck("own/a", 40)))).slice(0, 200),
      /link is damaged/,
    ],
    ["a bomb", base64url(deflateRawSync(Buffer.alloc(5_000_000, "["))), /link is damaged/],
    ["JSON that is no deck", base64url(deflateRawSync("{}")), /not a deck/],
    ["no JSON", base64url(deflateRawSync("hello")), /line 1, column 1: A value is expected/],
    ["zeros", base64url(deflateRawSync(Buffer.alloc(50_000))), /not a text file/],
    ["more than any address holds", "A".repeat(100_000), /link is damaged/],
  ])("%s ends in a sentence", async (_, add, words) =>
    expect(await told(add)).toEqual([expect.stringMatching(words)]),
  );
});

describe("a deck as a file", () => {
  it("looks like those in prompts", () =>
    expect(
      deckText({ ...aDeck("own/a-1", 2, 1), lines: [{ cue: "cut-in", text: "“Why?”", temper: "busy" }] }),
    ).toBe(
      [
        "{",
        '  "$schema": "../deck.schema.json",',
        '  "id": "own/a-1",',
        '  "language": "en",',
        '  "name": "own/a-1",',
        '  "kind": "pitch",',
        '  "titles": [',
        '    { "id": "title-0", "text": "Title 0 of own/a-1" },',
        '    { "id": "title-1", "text": "Title 1 of own/a-1" }',
        "  ],",
        '  "lines": [',
        '    { "cue": "cut-in", "text": "“Why?”", "temper": "busy" }',
        "  ]",
        "}",
        "",
      ].join("\n"),
    ));
  it("is named for the deck", () =>
    expect(deckFileName({ id: "own/cold-calls-abc123" })).toBe("cold-calls-abc123.json"));
});
