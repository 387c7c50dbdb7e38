import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { webmBlockEnds } from "../../src/recorder/webmBlocks.ts";
import { always } from "../support/builders.ts";

/* WebM by hand, as Chromium writes it live: sizes of segment and clusters left open. */

const UNKNOWN = -1;
/** A size in as few bytes as it needs, or in exactly `width`. @see RFC 8794, section 4 */
function size(value: number, width?: number): number[] {
  if (value === UNKNOWN) return [0x01, ...Array<number>(7).fill(0xff)];
  const fits = width ?? [1, 2, 3, 4].find((bytes) => value < 2 ** (7 * bytes) - 1) ?? 8;
  const bytes = Array.from({ length: fits }, (_, at) => Math.floor(value / 256 ** (fits - 1 - at)) % 256);
  bytes[0] = (bytes[0] ?? 0) | (1 << (8 - fits));
  return bytes;
}
const element = (id: readonly number[], content: readonly number[], width?: number): number[] => [
  ...id,
  ...size(content.length, width),
  ...content,
];
const open = (id: readonly number[], content: readonly number[]): number[] => [
  ...id,
  ...size(UNKNOWN),
  ...content,
];
const zeros = (count: number): number[] => Array<number>(count).fill(0);

const EBML = [0x1a, 0x45, 0xdf, 0xa3];
const SEGMENT = [0x18, 0x53, 0x80, 0x67];
const INFO = [0x15, 0x49, 0xa9, 0x66];
const TRACKS = [0x16, 0x54, 0xae, 0x6b];
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const TIMESTAMP = [0xe7];
const SIMPLE_BLOCK = [0xa3];
const BLOCK_GROUP = [0xa0];
const BLOCK = [0xa1];
const BLOCK_DURATION = [0x9b];

const head = [
  ...element(EBML, zeros(31)),
  ...SEGMENT,
  ...size(UNKNOWN),
  ...element(INFO, zeros(20)),
  ...element(TRACKS, zeros(60)),
];
/** A simple block with `bytes` of sound after its four bytes of track, time and flags. */
const block = (bytes: number): number[] => element(SIMPLE_BLOCK, [0x81, 0, 0, 0x80, ...zeros(bytes)]);
const cluster = (...content: number[][]): number[] => [...element(TIMESTAMP, [0]), ...content.flat()];
const endsOf = (...bytes: number[][]): number[] => webmBlockEnds(Uint8Array.from(bytes.flat()));

describe("live WebM", () => {
  it("says where each block of open clusters ends", () => {
    const first = [...head, ...open(CLUSTER, cluster(block(10)))];
    const second = [...first, ...block(400)];
    const third = [...second, ...open(CLUSTER, cluster(block(3)))];
    expect(endsOf(third)).toEqual([first.length, second.length, third.length]);
  });

  it("reads clusters whose size is known just the same", () => {
    const first = [...head, ...element(CLUSTER, cluster(block(10)))];
    const second = [...first, ...element(CLUSTER, cluster(block(5)), 8)];
    expect(endsOf(second)).toEqual([first.length, second.length]);
  });

  it("reads a segment whose size is known", () => {
    const inside = [...element(INFO, zeros(9)), ...element(CLUSTER, cluster(block(10), block(11)))];
    const whole = [...element(EBML, zeros(3)), ...element(SEGMENT, inside)];
    expect(endsOf(whole)).toEqual([whole.length - block(11).length, whole.length]);
  });

  it("finds the block in its group; the group's other children are none", () => {
    const inGroup = element(BLOCK, [0x81, 0, 0, 0, ...zeros(7)]);
    const group = element(BLOCK_GROUP, [...inGroup, ...element(BLOCK_DURATION, [60])]);
    const before = [...head, ...CLUSTER, ...size(UNKNOWN), ...element(TIMESTAMP, [0])];
    expect(endsOf(before, group)).toEqual([before.length + 2 + inGroup.length]);
  });

  it("takes a size of one byte that is all ones for an open one", () => {
    const before = [...head, ...CLUSTER, 0xff];
    expect(endsOf(before, block(9))).toEqual([before.length + block(9).length]);
  });

  it("is not fooled by sound that looks like an element", () => {
    const sound = element(SIMPLE_BLOCK, [0x81, 0, 0, 0x80, ...SIMPLE_BLOCK, 0x81, ...CLUSTER, 0xff]);
    expect(endsOf(head, open(CLUSTER, sound))).toEqual([head.length + 12 + sound.length]);
  });
});

describe("what is no whole WebM", () => {
  it("leaves out a block that is cut off at the end", () => {
    const whole = [...head, ...open(CLUSTER, cluster(block(10)))];
    const torn = [...whole, ...block(200)];
    for (let left = whole.length; left < torn.length; left++)
      expect(webmBlockEnds(Uint8Array.from(torn).subarray(0, left))).toEqual([whole.length]);
  });

  it("stops at an open size where none may be, and at a byte that begins nothing", () => {
    expect(endsOf(head, open(SIMPLE_BLOCK, zeros(20)))).toEqual([]);
    expect(endsOf(head, [0, 0, 0], block(9))).toEqual([]);
  });

  it("finds no blocks in nothing, in another container, or in noise", () => {
    expect(endsOf([])).toEqual([]);
    expect(webmBlockEnds(new TextEncoder().encode("OggS and what follows it"))).toEqual([]);
    always(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => {
        const ends = webmBlockEnds(bytes);
        expect(ends.every((end, at) => end <= bytes.length && end > (ends[at - 1] ?? 0))).toBe(true);
      },
      500,
    );
  });
});

it("finds every block, however they are laid into clusters and wherever the tail is torn", () => {
  const clusters = fc.array(
    fc.record({ known: fc.boolean(), blocks: fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 6 }) }),
    { maxLength: 6 },
  );
  always(
    fc.tuple(clusters, fc.double({ min: 0, max: 1, noNaN: true })),
    ([all, share]) => {
      const bytes = [...head];
      const ends: number[] = [];
      for (const { known, blocks } of all) {
        const content = cluster(...blocks.map(block));
        bytes.push(...CLUSTER, ...(known ? size(content.length) : size(UNKNOWN)), ...element(TIMESTAMP, [0]));
        for (const length of blocks) ends.push(bytes.push(...block(length)));
      }
      const kept = Math.floor(bytes.length * share);
      expect(webmBlockEnds(Uint8Array.from(bytes.slice(0, kept)))).toEqual(ends.filter((end) => end <= kept));
    },
    150,
  );
});
