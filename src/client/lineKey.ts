import type { Language } from "../prompts/deck.ts";

/**
 * What a line is called where its recording lies: its language, and a hash of its words, which is the same in every
 * deck and in every browser, and can be the name of a file. Case and marks count: they are spoken differently.
 * @returns `en/9f86d081884c7d65`
 * @see Fowler, Noll & Vo: FNV-1a, 64 bits, over the UTF-8 of the text in normal form C
 */
export function lineKey(language: Language, text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text.normalize("NFC").replace(/\s+/gu, " ").trim())) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `${language}/${hash.toString(16).padStart(16, "0")}`;
}
