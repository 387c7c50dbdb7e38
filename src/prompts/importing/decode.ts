import { type Problem, problem } from "../problems.ts";

/** What bytes say, or why they say nothing. */
export type Decoded = Readonly<{ text: string }> | Readonly<{ problem: Problem }>;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const decoded = (bytes: Uint8Array, encoding: string, fatal = false): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes);

/**
 * Text of any file people have: UTF-8, UTF-16 with a byte order mark, GB18030 as Chinese Excel and Notepad write it,
 * Windows-1252 as Western Excel does. Characters that cannot be read are U+FFFD in the text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return checked(decoded(bytes, "utf-16le"));
  if (startsWith(bytes, 0xfe, 0xff)) return checked(decoded(bytes, "utf-16be"));
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { problem: problem("office-file", {}, []) };
  if (bytes.includes(0)) return { problem: problem("no-text", {}, []) };
  try {
    return checked(decoded(bytes, "utf-8", true));
  } catch {
    return checked(decoded(bytes, guessEncoding(bytes)));
  }
}

/** Text has hardly any control characters; what has many was never text. */
function checked(text: string): Decoded {
  const start = text.slice(0, 100_000);
  const strange = start.match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd\ufffe\uffff]/gu)?.length ?? 0;
  return strange > start.length / 10 ? { problem: problem("no-text", {}, []) } : { text };
}

/**
 * The encoding of bytes that are not UTF-8 throughout.
 *
 * Chinese in GB18030 is pairs of a lead and a trail byte, both from 0xA1 on, nearly all of them leading with 0xB0 to
 * 0xD7 (the 3755 common characters of GB 2312) or 0xA1 to 0xA3 (its marks). In Western text high bytes stand alone
 * among ASCII, and UTF-8 with a few broken places is still mostly well-formed sequences.
 */
function guessEncoding(bytes: Uint8Array): "utf-8" | "gb18030" | "windows-1252" {
  let [common, high, wellFormed] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    high++;
    const follow = utf8Length(bytes, at);
    if (follow > 0) wellFormed += 1 + follow;
  }
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (lead < 0x80) continue;
    const pair = trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
    if (pair) common += 2;
    if (pair || (lead >= 0x81 && lead <= 0xfe && trail >= 0x40)) at++;
  }
  if (wellFormed > 0.8 * high) return "utf-8";
  return common > 0.6 * high ? "gb18030" : "windows-1252";
}

/** How many bytes follow a UTF-8 lead byte, as they should; 0 when this is none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const follow =
    lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 ? (lead <= 0xef ? 2 : 0) : lead >= 0xc2 ? 1 : 0;
  for (let step = 1; step <= follow; step++) if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return 0;
  return follow;
}
