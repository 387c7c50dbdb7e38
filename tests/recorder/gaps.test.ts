import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fork, type Random, seeded } from "../../src/lib/random.ts";
import { type Layout, layOut, type PacketTime } from "../../src/recorder/gaps.ts";
import { SHORTEST_SILENCE } from "../../src/recorder/opus.ts";
import { always } from "../support/builders.ts";

/** How a recording was captured: what its stamps tell of it, in seconds. */
type Capture = Readonly<{
  packets: number;
  duration?: number;
  /** Sound that is missing before the packet of that index. */
  holes?: ReadonlyMap<number, number>;
  /** How late a packet is stamped; nothing is missing. */
  late?: (index: number) => number;
  /** Seconds the stamps run ahead of the sound with every second of it. */
  drift?: number;
  firstStamp?: number;
}>;

/** The packets of a capture, stamped in whole milliseconds, as WebM does. */
function captured({
  packets,
  duration = 0.06,
  holes,
  late,
  drift = 0,
  firstStamp = 0,
}: Capture): PacketTime[] {
  let missing = 0;
  return Array.from({ length: packets }, (_, index) => {
    missing += holes?.get(index) ?? 0;
    const sound = index * duration;
    const stamp = firstStamp + sound * (1 + drift) + missing + (late?.(index) ?? 0);
    return { timestamp: Math.round(stamp * 1000) / 1000, duration };
  });
}

const found = (capture: Capture): Layout => layOut(captured(capture), SHORTEST_SILENCE);
const durations = fc.constantFrom(0.02, 0.06);

/** Every hole is found, where it is and as long as it is, to within 2.5 ms; and nothing else. */
function expectHoles({ gaps }: Layout, { duration = 0.06, holes = new Map() }: Capture): void {
  let missing = 0;
  const told = [...holes].sort(([a], [b]) => a - b);
  expect(gaps).toHaveLength(told.length);
  for (const [at, [index, length]] of told.entries()) {
    expect(Math.abs((gaps[at]?.at ?? Number.NaN) - (index * duration + missing))).toBeLessThanOrEqual(0.0025);
    expect(Math.abs((gaps[at]?.length ?? Number.NaN) - length)).toBeLessThanOrEqual(0.0025);
    missing += length;
  }
}

describe("a hole", () => {
  const oneHole = (shortest: number) =>
    fc.record({
      index: fc.integer({ min: 1, max: 399 }),
      length: fc.double({ min: shortest, max: 3, noNaN: true }),
      duration: durations,
      firstStamp: fc.double({ min: 0, max: 5, noNaN: true }),
    });
  const isFound = ({
    index,
    length,
    ...rest
  }: {
    index: number;
    length: number;
    duration: number;
    firstStamp: number;
  }) => {
    const capture: Capture = { packets: 400, holes: new Map([[index, length]]), ...rest };
    expectHoles(found(capture), capture);
  };

  it("is found to within 2.5 ms wherever it lies, from 32 ms to 3 s", () => always(oneHole(0.032), isFound));
  it.each([0.02, 0.0225, 0.025, 0.0275, 0.03, 0.032])("of %f s is found", (length) => {
    for (const duration of [0.02, 0.06]) isFound({ index: 40, length, duration, firstStamp: 0 });
  });

  it("is found among others, each by itself", () =>
    always(
      fc.record({
        places: fc.uniqueArray(fc.integer({ min: 1, max: 599 }), { minLength: 1, maxLength: 12 }),
        seed: fc.integer(),
        duration: durations,
      }),
      ({ places, seed, duration }) => {
        const random = seeded(seed);
        const holes = new Map(places.map((index) => [index, 0.035 + 2.9 * random()]));
        const { gaps, length } = found({ packets: 600, holes, duration });
        const missing = [...holes.values()].reduce((sum, hole) => sum + hole, 0);
        expect(gaps).toHaveLength(holes.size);
        expect(Math.abs(length - (600 * duration + missing))).toBeLessThanOrEqual(0.0025 + 0.001);
      },
    ));

  it("does not grow by the jitter of the stamps around it", () =>
    always(fc.record({ index: fc.integer({ min: 20, max: 380 }), seed: fc.integer() }), ({ index, seed }) => {
      const random = seeded(seed);
      const length = 0.04 + random();
      const lateness = new Map(
        Array.from({ length: 400 }, (_, at) => [at, at % 3 === 0 ? 0 : 0.012 * random()] as const),
      );
      const capture: Capture = {
        packets: 400,
        holes: new Map([[index, length]]),
        late: (at) => lateness.get(at) ?? 0,
      };
      expectHoles(found(capture), capture);
    }));
});

describe("what is no hole", () => {
  it.each([0.031, 0.1, 0.5, 2])("a packet stamped %f s late, then punctual ones", (lateness) => {
    for (let index = 1; index < 90; index++) {
      const { gaps, length } = found({ packets: 100, late: (at) => (at === index ? lateness : 0) });
      expect(gaps).toEqual([]);
      expect(length).toBeCloseTo(6, 9);
    }
  });

  it("a stall of seven packets that is caught up with", () => {
    const late = (at: number) => (at >= 50 && at < 57 ? 0.06 * (57 - at) : 0);
    expect(found({ packets: 100, late }).gaps).toEqual([]);
  });

  it("an hour of two clocks that are 100 ppm apart, either way, jitter and all", () => {
    for (const drift of [1e-4, -1e-4]) {
      const random: Random = seeded(fork(1, "drift", drift));
      const { gaps, length } = found({ packets: 60_000, drift, late: () => 0.004 * random() });
      expect(gaps).toEqual([]);
      expect(length).toBeCloseTo(3600, 6);
    }
  });

  it("stamps that overlap: they are jitter, the sound is laid end to end", () => {
    const { gaps, length } = found({ packets: 50, late: (at) => (at === 20 ? -0.05 : 0) });
    expect(gaps).toEqual([]);
    expect(length).toBeCloseTo(3, 9);
  });
});

it("finds holes in an hour that drifts, and never a false one", () => {
  for (const drift of [1e-4, -1e-4]) {
    const random = seeded(fork(2, "holes", drift));
    const holes = new Map(
      Array.from({ length: 20 }, (_, at) => [
        2_000 * (at + 1) + Math.floor(900 * random()),
        0.04 + 2 * random(),
      ]),
    );
    const { gaps } = found({ packets: 60_000, drift, holes });
    expect(gaps).toHaveLength(20);
    for (const [at, hole] of [...holes.values()].entries())
      expect(Math.abs((gaps[at]?.length ?? 0) - hole)).toBeLessThanOrEqual(0.0025);
  }
});

it("lays everything end to end: each packet begins where the one before it, or the filled hole, ends", () =>
  always(
    fc.array(
      fc.record({
        step: fc.double({ min: -0.1, max: 1.5, noNaN: true }),
        duration: fc.constantFrom(0.0025, 0.01, 0.02, 0.06, 0.12),
      }),
      { maxLength: 120 },
    ),
    (steps) => {
      let timestamp = 3;
      const packets = steps.map(({ step, duration }) => {
        timestamp += duration + (step > 0.5 ? step : Math.min(step, 0.01));
        return { timestamp, duration };
      });
      const { starts, gaps, length } = layOut(packets, SHORTEST_SILENCE);
      const left = [...gaps];
      let end = 0;
      for (const [index, { duration }] of packets.entries()) {
        const gap = left[0];
        if (gap && gap.at < (starts[index] ?? 0)) {
          expect(gap.at).toBeCloseTo(end, 9);
          expect(gap.length / SHORTEST_SILENCE).toBeCloseTo(Math.round(gap.length / SHORTEST_SILENCE), 6);
          end += gap.length;
          left.shift();
        }
        expect(starts[index]).toBeCloseTo(end, 9);
        end += duration;
      }
      expect(left).toEqual([]);
      expect(length).toBeCloseTo(end, 9);
    },
  ));

it("begins at 0, whatever the first stamp, and nothing lasts no time", () => {
  expect(found({ packets: 3, firstStamp: 12.5 }).starts[0]).toBe(0);
  expect(layOut([], SHORTEST_SILENCE)).toEqual({ starts: [], gaps: [], length: 0 });
});
