import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/prompts/importing/decode.ts";
import { examineInWorker, ImportError } from "../../src/prompts/importing/importer.ts";
import { apply, preview } from "../../src/prompts/importing/preview.ts";
import { readShared, shareAddress } from "../../src/prompts/sharing.ts";
import { aDeck } from "../support/builders.ts";

const wish = { into: null, language: "en", name: "Mine", seed: 7 } as const;
const library = { own: [], shipped: [] };
const job = (source: Parameters<typeof examineInWorker>[0]["source"]) => ({ source, library, wish });

describe("an import is examined beside the page", () => {
  it("pasted", async () => {
    const seen = await examineInWorker(job({ pasted: "- The demo has died\n- The boss is late" }));
    expect(seen.titles.map(({ text }) => text)).toEqual(["The demo has died", "The boss is late"]);
  });
  it("from a file", async () => {
    const file = new File(["title,line\nThe demo has died,How much?\n"], "Calls.csv");
    const seen = await examineInWorker(job({ file, name: file.name }));
    expect(apply(seen)).toMatchObject({
      name: "Calls",
      titles: [{ text: "The demo has died" }],
      lines: [{}],
    });
  });
  it("of a size that would hold up the page: it goes on breathing", { timeout: 60_000 }, async () => {
    const text = Array.from({ length: 100_000 }, (_, at) => `The client number ${at} has just said no`).join(
      "\n",
    );
    let breaths = 0;
    const breathing = setInterval(() => breaths++, 20);
    const seen = await examineInWorker(job({ pasted: text }));
    clearInterval(breathing);
    expect(seen.titles).toHaveLength(2_000);
    expect(breaths).toBeGreaterThan(2);
  });
  it("until it is cancelled", async () => {
    const cancel = new AbortController();
    const seen = examineInWorker(job({ pasted: "The demo has died\n".repeat(500_000) }), cancel.signal);
    cancel.abort(new Error("enough"));
    await expect(seen).rejects.toThrow("enough");
    await expect(examineInWorker(job({ pasted: "x" }), cancel.signal)).rejects.toThrow("enough");
  });
  it("or ends in an error when it cannot be", async () => {
    const unreadable = job({ file: new Blob(["x"]), name: "a.txt" });
    const broken = { ...unreadable, library: null as never };
    await expect(examineInWorker(broken)).rejects.toBeInstanceOf(ImportError);
  });
});

it("reads what Western Excel writes, in a browser's own decoder", () => {
  const bytes = Uint8Array.from([0x49, 0x74, 0x92, 0x73, 0x20, 0x93, 0x6e, 0x6f, 0x94]);
  expect(decodeText(bytes)).toEqual({ text: "It’s “no”" });
});

it("shares a deck in an address", async () => {
  const deck = aDeck("own/mine-abc123", 40, 20);
  const shared = await shareAddress(deck);
  const add = "address" in shared ? (shared.address.split("add=")[1] ?? "") : "";
  expect(apply(preview(await readShared(add), library, wish))).toEqual(deck);
});
