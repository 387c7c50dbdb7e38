import { type Bytes, crc32 } from "../../src/store/backup/bytes.ts";

/** A file of a made-up zip; whatever is given wins over what would be right. */
export type Entry = Readonly<{
  name: string;
  bytes: Bytes;
  /** Deflated bytes, when `method` is 8. */
  packed?: Bytes;
  method?: number;
  flags?: number;
  size?: number;
  crc?: number;
  /** Points at the data of the entry at that place. */
  sameAs?: number;
}>;

/** A zip as nobody else would write it: every lie it is asked for. */
export function zipOf(entries: readonly Entry[], count = entries.length): Bytes {
  const locals: Bytes[] = [];
  const centrals: Bytes[] = [];
  const places: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const { bytes, packed = bytes, method = 0, flags = 0x800 } = entry;
    const name = new TextEncoder().encode(entry.name);
    const facts = new DataView(new ArrayBuffer(26));
    const put16 = [20, flags, method, 0x9000, 0x5d75];
    for (const [place, value] of put16.entries()) facts.setUint16(place * 2, value, true);
    const put32 = [entry.crc ?? crc32(bytes), packed.length, entry.size ?? bytes.length];
    for (const [place, value] of put32.entries()) facts.setUint32(10 + place * 4, value, true);
    facts.setUint16(22, name.length, true);
    const common = new Uint8Array(facts.buffer);
    const central = new Uint8Array(46);
    central.set([0x50, 0x4b, 1, 2, 20, 3]);
    central.set(common, 6);
    const place = entry.sameAs === undefined ? at : (places[entry.sameAs] ?? 0);
    new DataView(central.buffer).setUint32(42, place, true);
    centrals.push(central, name);
    places.push(place);
    if (entry.sameAs !== undefined) continue;
    locals.push(Uint8Array.of(0x50, 0x4b, 3, 4), common, name, packed);
    at += 30 + name.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  const length = centrals.reduce((sum, { length }) => sum + length, 0);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, length, true);
  end.setUint32(16, at, true);
  return joined([...locals, ...centrals, new Uint8Array(end.buffer)]);
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The files of a zip that has only stored ones, one after the other, as ours have. */
export async function filesOf(zip: Blob): Promise<Entry[]> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const files: Entry[] = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const [size, name, extra] = [
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const data = at + 30 + name + extra;
    const text = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name));
    files.push({ name: text, bytes: bytes.slice(data, data + size) });
    at = data + size;
  }
  return files;
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** The zip's files, changed, and zipped again with everything else about it right. */
export const rezipped = async (zip: Blob, change: (files: Entry[]) => readonly Entry[]): Promise<Blob> =>
  new Blob([zipOf(change(await filesOf(zip)))]);

/** The same zip with one file changed. */
export const replaced = (zip: Blob, name: string, entry: Partial<Entry>): Promise<Blob> =>
  rezipped(zip, (files) => files.map((file) => (file.name === name ? { ...file, ...entry } : file)));

/** The same zip with one file's JSON changed, and everything else about it right. */
export async function withJson(zip: Blob, name: string, change: (value: never) => unknown): Promise<Blob> {
  const files = (await filesOf(zip)).map((file) =>
    file.name === name
      ? { ...file, bytes: bytesOf(JSON.stringify(change(JSON.parse(textOf(file.bytes)) as never))) }
      : file,
  );
  return new Blob([zipOf(files)]);
}
