import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/prompts/importing/decode.ts";
import { bytesOf, inWords } from "../../support/decks.ts";

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : part)));
const utf16 = (text: string, big: boolean): Uint8Array =>
  bytes(
    big ? [0xfe, 0xff] : [0xff, 0xfe],
    [...text].flatMap((sign) => {
      const [high, low] = [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 0xff];
      return big ? [high, low] : [low, high];
    }),
  );
/** 客户说太贵了 and 怎么办？ in GB 2312, as Chinese Excel writes them. */
const dear = [0xbf, 0xcd, 0xbb, 0xa7, 0xcb, 0xb5, 0xcc, 0xab, 0xb9, 0xf3, 0xc1, 0xcb];
const how = [0xd4, 0xf5, 0xc3, 0xb4, 0xb0, 0xec, 0xa3, 0xbf];

describe("text in any encoding", () => {
  it.each<readonly [string, Uint8Array, string]>([
    ["UTF-8", bytesOf("客户说“贵”"), "客户说“贵”"],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "客户"), "客户"],
    ["UTF-16, little end first", utf16("客户, é", false), "客户, é"],
    ["UTF-16, big end first", utf16("客户, é", true), "客户, é"],
    ["GB18030", bytes(dear, "\r\n", how), "客户说太贵了\r\n怎么办？"],
    [
      "GB18030 with English in it",
      bytes("title,", dear, ",SaaS\n1,", how),
      "title,客户说太贵了,SaaS\n1,怎么办？",
    ],
    [
      "GB18030 with a character of four bytes",
      bytes(dear, [0x82, 0x34, 0xa0, 0x32], how),
      "客户说太贵了䦭怎么办？",
    ],
    ["GB18030 that was cut off", bytes(dear, how.slice(0, -1)), "客户说太贵了怎么办\ufffd"],
    [
      "Windows-1252, as Western Excel writes it",
      bytes("It is the caf", [0xe9], " again, caf", [0xe9], "s"),
      "It is the café again, cafés",
    ],
    [
      "UTF-8 with a broken place",
      bytes([...bytesOf("客户说太贵了").slice(0, -1)], ", so what"),
      "客户说太贵\ufffd, so what",
    ],
    ["nothing", new Uint8Array(), ""],
  ])("%s", (_, from, text) => expect(decodeText(from)).toEqual({ text }));
});

describe("what is no text", () => {
  it.each<readonly [string, Uint8Array, RegExp]>([
    ["a workbook", bytes("PK", [3, 4, 20, 0, 6]), /office program\. Save it as CSV/],
    ["an old document", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /office program/],
    ["a picture", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0, 13]), /not a text file/],
    ["a sound", bytes("RIFF", [0, 1, 2, 3], "WAVE"), /not a text file/],
    ["noise", Uint8Array.from({ length: 1000 }, (_, at) => 1 + ((at * 7) % 31)), /not a text file/],
  ])("%s", (_, from, words) => {
    const end = decodeText(from);
    expect("problem" in end && inWords([end.problem])).toEqual([expect.stringMatching(words)]);
  });
});
