import { MAX_DEPTH } from "./format.ts";

/** Bytes that nobody else can change, as Web Crypto and Blob ask for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** JSON, two spaces deep, with a line end: for people, too. */
export const jsonBytes = (value: unknown): Bytes =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** What the JSON says; undefined when it is none, is not UTF-8 or nests deeper than ours ever does. */
export function parseJson(bytes: Bytes): unknown {
  if (nestsTooDeep(bytes)) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN, CLOSE] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

function nestsTooDeep(bytes: Bytes): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (CLOSE.has(byte)) depth--;
    else if (OPEN.has(byte) && ++depth > MAX_DEPTH) return true;
  }
  return false;
}

/** A waveform as it lies in the zip: little-endian on every machine. */
export function peakBytes(peaks: Float32Array): Bytes {
  const bytes = new Uint8Array(peaks.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [place, peak] of peaks.entries()) view.setFloat32(place * 4, peak, true);
  return bytes;
}

/** Back again; undefined when it cannot be a waveform. */
export function parsePeaks(bytes: Bytes): Float32Array | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const peaks = Float32Array.from({ length: bytes.length / 4 }, (_, place) =>
    view.getFloat32(place * 4, true),
  );
  return peaks.every(Number.isFinite) ? peaks : undefined;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** The CRC-32 of zip files (ISO 3309, reflected, polynomial 0xEDB88320). */
export function crc32(bytes: Bytes): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
