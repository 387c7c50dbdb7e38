/** Elements whose children are walked into; everything else is stepped over. */
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const BLOCK_GROUP = 0xa0;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

/**
 * Where each block of a live WebM ends, in bytes: which chunk brought it follows from the chunks' sizes, and from
 * that, when it arrived. (mediabunny reads the blocks, but does not say where they lie.)
 * @returns ascending byte offsets, one a block; what is cut off at the end is left out
 * @see RFC 8794, EBML element headers; RFC 9559, Matroska clusters and blocks
 */
export function webmBlockEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const id = readId(bytes, at);
    const size = id && readSize(bytes, at + id.length);
    if (!id || !size) break;
    const start = at + id.length + size.length;
    if (id.value === SEGMENT || id.value === CLUSTER || id.value === BLOCK_GROUP) {
      at = start; // children follow at once, whether the parent's size is known or not
      continue;
    }
    if (size.value === null) break; // only segments and clusters may leave their size open
    const end = start + size.value;
    if (end > bytes.length) break;
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) ends.push(end);
    at = end;
  }
  return ends;
}

type Read<T> = { value: T; length: number } | null;

/** An element id keeps its length marker; one to four bytes. */
function readId(bytes: Uint8Array, at: number): Read<number> {
  const length = widthOf(bytes[at]);
  if (length === 0 || length > 4 || at + length > bytes.length) return null;
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length };
}

/** A size drops its length marker; all ones means unknown (null). */
function readSize(bytes: Uint8Array, at: number): Read<number | null> {
  const length = widthOf(bytes[at]);
  if (length === 0 || at + length > bytes.length) return null;
  const marker = 1 << (8 - length);
  let value = (bytes[at] ?? 0) & (marker - 1);
  let unknown = value === marker - 1;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    unknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: unknown ? null : value, length };
}

/** Bytes of a variable-length number, from its first byte; 0 when there is none or it is not one. */
function widthOf(first: number | undefined): number {
  return first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;
}
