import type { Deck } from "./deck.ts";
import { type Import, refused } from "./importing/found.ts";
import { readImport } from "./importing/readImport.ts";
import { type Problem, problem } from "./problems.ts";

/** Chats and mail programs carry addresses of this length; in kB, and in characters. */
const LONGEST_KB = 8;
const LONGEST_LINK = LONGEST_KB * 1000;
/** No small deck unpacks to more: what does is meant to fill the memory. */
const LARGEST = 1_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes as base64url, without padding. @see RFC 4648, section 5 */
function toBase64url(bytes: Bytes): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64url(text: string): Bytes | null {
  if (!/^[\w-]+={0,2}$/.test(text)) return null;
  try {
    const plain = atob(text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  } catch {
    return null; // a length that no base64 has
  }
}

/** What comes out of a stream, up to so many bytes; null when it is more, or broken. */
async function piped(
  bytes: Bytes,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const pieces: Bytes[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
      size += value.length;
      if (size > most) {
        await reader.cancel();
        return null;
      }
      pieces.push(value as Bytes);
    }
  } catch {
    return null;
  }
}

/**
 * The part of an address that carries a whole deck: `#/decks?add=…`, its JSON deflated, in base64url. Nothing is kept
 * on a server: who has the address has the deck.
 * @returns the problem when the deck is too big for that
 */
export async function shareAddress(
  deck: Deck,
): Promise<Readonly<{ address: string }> | Readonly<{ problem: Problem }>> {
  const { $schema: _, ...bare } = deck;
  const bytes = new TextEncoder().encode(JSON.stringify(bare));
  const packed =
    bytes.length > LARGEST ? null : await piped(bytes, new CompressionStream("deflate-raw"), LARGEST);
  const address = packed && `#/decks?add=${toBase64url(packed)}`;
  return address && address.length <= LONGEST_LINK
    ? { address }
    : { problem: problem("link-too-big", {}, [LONGEST_KB]) };
}

/**
 * Reads a shared deck. It is trusted as little as a file is.
 * @param add what stands behind `add=` in the address
 */
export async function readShared(add: string): Promise<Import> {
  const packed = add.length > 2 * LONGEST_LINK ? null : fromBase64url(add);
  const bytes = packed && (await piped(packed, new DecompressionStream("deflate-raw"), LARGEST));
  return bytes === null ? refused("json", problem("bad-link", {}, [])) : readImport(bytes, ".json");
}
