import { deflateRawSync } from "node:zlib";
import { pick, type Random } from "../../src/lib/random.ts";
import type { Bytes } from "../../src/store/backup/bytes.ts";
import { bytesOf, type Entry, joined, textOf, zipOf } from "./zip.ts";

/** A real backup, as bytes and as the files it was made of. */
export type Whole = Readonly<{ bytes: Bytes; files: readonly Entry[] }>;

/** One way to spoil a backup. The others are whole ones, for what is mixed in. */
export type Mangler = (whole: Whole, random: Random, others: readonly Whole[]) => Bytes;

const upTo = (most: number, random: Random): number => Math.floor(random() * most);
const within = (bytes: Bytes, random: Random): number => upTo(bytes.length, random);
const odd = [0, 1, 8, 20, 30, 46, 255, 0x7fff, 0xfffe, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** Where the zip's directory begins, as its end says. */
const directory = (bytes: Bytes): number => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

/** Up to eight bytes, anywhere or in the directory, become others. */
function flip(bytes: Bytes, from: number, random: Random): Bytes {
  const changed = bytes.slice();
  for (let left = 1 + upTo(8, random); left > 0; left--) {
    const at = from + upTo(bytes.length - from, random);
    changed[at] = (changed[at] ?? 0) ^ (random() < 0.5 ? 1 << upTo(8, random) : upTo(256, random));
  }
  return changed;
}

/** A number of two or four bytes becomes an odd one, or one off. */
function number(bytes: Bytes, at: number, random: Random): Bytes {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  if (random() < 0.5)
    view.setUint16(at, (random() < 0.3 ? view.getUint16(at, true) + 1 : pick(odd, random)) & 0xffff, true);
  else view.setUint32(at, (random() < 0.3 ? view.getUint32(at, true) - 1 : pick(odd, random)) >>> 0, true);
  return changed;
}

const replaceAt = (files: readonly Entry[], at: number, change: Partial<Entry>): Entry[] =>
  files.map((file, place) => (place === at ? { ...file, ...change } : file));

const names = [
  "../evil.json",
  "takes/../../x",
  "/etc/passwd",
  "C:\\x",
  "a\\b",
  "takes/",
  "offscript.json",
  "takes/x.json",
  "OFFSCRIPT.JSON",
  "decks/a.json",
  "",
  ".",
  "..",
  "__proto__",
  "audio/a\0.webm",
  "field/é.json",
  "a".repeat(3000),
];

/** What may be put in place of any part of a JSON. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  1.5,
  "",
  "x",
  "../..",
  [],
  {},
  [[]],
  "9".repeat(400),
  { version: 3 },
  [null],
  -1e-300,
  "00000000-0000-4000-8000-000000000001",
  { __proto__: null, constructor: 1 },
  9_007_199_254_740_992,
];

/** Changes one part of a JSON, as deep in it as chance goes. */
function mutate(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random() < 0.15) return pick(values, random);
  const keys = Object.keys(value);
  if (keys.length === 0) return pick(values, random);
  const key = pick(keys, random);
  const old = (value as Record<string, unknown>)[key];
  if (Array.isArray(value)) {
    const copy = [...value];
    const how = random();
    if (how < 0.15) copy.splice(Number(key), 1);
    else if (how < 0.3) copy.push(old);
    else copy[Number(key)] = mutate(old, random);
    return copy;
  }
  const { [key]: _, ...rest } = value as Record<string, unknown>;
  if (random() < 0.15) return rest;
  return { ...value, [random() < 0.05 ? "__proto__" : key]: mutate(old, random) };
}

function mutateText(text: string, random: Random): string {
  const at = upTo(text.length, random);
  const how = random();
  if (how < 0.1) return text.slice(0, at);
  if (how < 0.2)
    return (
      text.slice(0, at) +
      pick(["{", "[[[[", "\\u0000", '"', "1e999", "\ufeff", "//"], random) +
      text.slice(at)
    );
  if (how < 0.25) return `${"[".repeat(5000)}${text}`;
  return JSON.stringify(mutate(JSON.parse(text), random));
}

/** Every way there is. */
export const manglers: Readonly<Record<string, Mangler>> = {
  "bytes flipped": ({ bytes }, random) => flip(bytes, 0, random),
  "directory flipped": ({ bytes }, random) => flip(bytes, directory(bytes), random),
  "directory's numbers": ({ bytes }, random) => {
    const from = directory(bytes);
    return number(bytes, from + upTo(bytes.length - from - 4, random), random);
  },
  "end's numbers": ({ bytes }, random) => number(bytes, bytes.length - 22 + upTo(18, random), random),
  "cut off": ({ bytes }, random) => bytes.slice(0, within(bytes, random)),
  "cut off in front": ({ bytes }, random) => bytes.slice(within(bytes, random)),
  "range removed": ({ bytes }, random) => {
    const from = within(bytes, random);
    return joined([bytes.subarray(0, from), bytes.subarray(from + 1 + upTo(200, random))]);
  },
  "range inserted": ({ bytes }, random) => {
    const [at, from] = [within(bytes, random), within(bytes, random)];
    const piece = bytes.subarray(from, from + upTo(200, random));
    return joined([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  "two in one": ({ bytes }, random, others) => {
    const other = pick(others, random).bytes;
    return joined([bytes.subarray(0, within(bytes, random)), other.subarray(within(other, random))]);
  },
  "names swapped": ({ files }, random) => {
    const [one, two] = [upTo(files.length, random), upTo(files.length, random)];
    const [a, b] = [files[one]?.name ?? "", files[two]?.name ?? ""];
    return zipOf(replaceAt(replaceAt(files, one, { name: b }), two, { name: a }));
  },
  "files missing": ({ files }, random) => zipOf(files.filter(() => random() < 0.8)),
  "file of another backup": ({ files }, random, others) => {
    const { bytes } = pick(pick(others, random).files, random);
    return zipOf(replaceAt(files, upTo(files.length, random), { bytes }));
  },
  "hostile file": ({ files }, random) => {
    const bytes = bytesOf("?".repeat(upTo(50, random)));
    return zipOf([
      ...files,
      { name: pick(names, random), bytes, flags: pick([0x800, 0x801, 0, 8, 0x2041], random) },
    ]);
  },
  "lying file": ({ files }, random) => {
    const at = upTo(files.length, random);
    const bytes = files[at]?.bytes ?? new Uint8Array();
    const packed = random() < 0.5 ? new Uint8Array(deflateRawSync(bytes)) : flip(bytes.slice(), 0, random);
    const size = pick([bytes.length, 0, bytes.length + 1, bytes.length * 90, ...odd], random);
    return zipOf(replaceAt(files, at, { method: pick([8, 8, 8, 0, 9, 14, 99], random), packed, size }));
  },
  bomb: ({ files }, random) => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(100_000)));
    const size = pick([1000, 99_999, 100_001, 2 ** 25], random);
    return zipOf(replaceAt(files, upTo(files.length, random), { method: 8, packed, size }));
  },
  "same bytes twice": ({ files }, random) =>
    zipOf(replaceAt(files, 1 + upTo(files.length - 1, random), { sameAs: 0 })),
  "record changed": ({ files }, random) => spoilJson(files, (name) => name.startsWith("takes/"), random),
  "offscript.json changed": ({ files }, random) =>
    spoilJson(files, (name) => name === "offscript.json", random),
};

function spoilJson(files: readonly Entry[], which: (name: string) => boolean, random: Random): Bytes {
  const at = pick(
    [...files.keys()].filter((place) => which(files[place]?.name ?? "")),
    random,
  );
  const text = textOf(files[at]?.bytes ?? new Uint8Array());
  return zipOf(replaceAt(files, at, { bytes: bytesOf(mutateText(text, random)) }));
}
