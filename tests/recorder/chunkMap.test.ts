import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { type Ms, ms, s, seconds } from "../../src/lib/units.ts";
import { type ChunkEnd, placeFromStart, placeOnLine } from "../../src/recorder/chunkMap.ts";
import { always } from "../support/builders.ts";

const PACKET = 0.06;

/** How a recording's chunks came: `origin` is the clock at its first sample. */
type Coming = Readonly<{ chunks: number; origin?: number; drift?: number; late?: (index: number) => number }>;

/**
 * A chunk a second, whole packets in each, handed over when the packet after its last is complete.
 * @param drift seconds the clock gains with every second of sound
 * @param late  milliseconds a chunk is handed over late
 */
function came({ chunks, origin = 50_000, drift = 0, late = () => 0 }: Coming): ChunkEnd[] {
  return Array.from({ length: chunks }, (_, index) => {
    const soundEnd = Math.floor((index + 1) / PACKET) * PACKET;
    const ready = origin + (soundEnd + PACKET) * (1 + drift) * 1000;
    return { soundEnd: seconds(soundEnd), arrivedAt: ms(ready + late(index)) };
  });
}
/** The moment of the clock at which a place of the sound was spoken. */
const spoken = (place: number, { origin = 50_000, drift = 0 }: Omit<Coming, "chunks"> = {}): Ms =>
  ms(origin + place * (1 + drift) * 1000);

/** The farthest that any of `places` is put from where it was spoken, in milliseconds. */
function farthest(coming: Coming, places: readonly number[]): number {
  const place = placeOnLine(came(coming), PACKET, seconds(coming.chunks));
  return Math.max(...places.map((at) => 1000 * Math.abs(place(spoken(at, coming)) - at)));
}
const everywhere = (until: number, count = 97): number[] =>
  Array.from({ length: count }, (_, at) => (until * at) / count);

describe("a moment on the take's line", () => {
  it("is right to within 1 ms when chunks come punctually, at every place between them", () =>
    expect(farthest({ chunks: 60 }, everywhere(59))).toBeLessThan(1));

  it("is right with two chunks alone", () => expect(farthest({ chunks: 2 }, everywhere(2))).toBeLessThan(1));

  it.each([5, 80, 900, 4_000])("is not fooled by one chunk that comes %i ms late", (delay) => {
    for (const lateOne of [0, 7, 19])
      expect(
        farthest({ chunks: 20, late: (at) => (at === lateOne ? delay : 0) }, everywhere(19)),
      ).toBeLessThan(1);
  });

  it("follows two clocks that drift apart over an hour", () => {
    for (const drift of [1e-4, -1e-4])
      expect(farthest({ chunks: 3_600, drift }, everywhere(3_590, 41))).toBeLessThan(1);
  });

  it("stays within a millisecond under drift and delays, while one chunk in three is punctual", () =>
    always(
      fc.record({
        seed: fc.integer(),
        drift: fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
        origin: fc.double({ min: 0, max: 1e7, noNaN: true }),
        chunks: fc.integer({ min: 6, max: 200 }),
        worst: fc.double({ min: 0, max: 400, noNaN: true }),
      }),
      ({ seed, drift, origin, chunks, worst }) => {
        const random = seeded(seed);
        const delays = Array.from({ length: chunks }, (_, at) => (at % 3 === 1 ? 0 : worst * random()));
        const coming: Coming = { chunks, drift, origin, late: (at) => delays[at] ?? 0 };
        expect(farthest(coming, everywhere(chunks - 0.2, 31))).toBeLessThan(1);
      },
    ));

  it("is never off by more than the delay that all chunks share", () =>
    always(fc.double({ min: 0, max: 300, noNaN: true }), (delay) =>
      expect(farthest({ chunks: 30, late: () => delay }, everywhere(29))).toBeLessThan(delay + 1),
    ));

  it("lies behind a hole by as much as the hole is long: the stamps after it are believed, not those before", () => {
    const before = came({ chunks: 10 });
    const after = came({ chunks: 10, origin: 70_000 }).map(({ soundEnd, arrivedAt }) => ({
      soundEnd: seconds(soundEnd + 20), // the hole is filled: sound and clock run side by side again
      arrivedAt,
    }));
    const place = placeOnLine([...before, ...after], PACKET, seconds(30));
    expect(place(ms(55_000))).toBeCloseTo(5, 3);
    expect(place(ms(75_000))).toBeCloseTo(25, 3);
  });

  it("stays inside the take", () => {
    const place = placeOnLine(came({ chunks: 5 }), PACKET, seconds(4.98));
    expect(place(ms(0))).toBe(0);
    expect(place(ms(90_000))).toBe(4.98);
  });

  it("leaves the chunks in their order", () => {
    const ends = Object.freeze(came({ chunks: 8 }));
    expect(() => placeOnLine(ends, PACKET, seconds(8))(ms(53_000))).not.toThrow();
  });
});

describe("where chunks cannot be told apart", () => {
  it("counts from when recording was asked for, inside the take", () => {
    const place = placeFromStart(s(100), seconds(30));
    expect(place(s(112.5))).toBe(12.5);
    expect(place(s(99))).toBe(0);
    expect(place(s(200))).toBe(30);
  });
});
