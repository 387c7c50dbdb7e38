import { expect, it } from "vitest";
import { opusDuration, SHORTEST_SILENCE, silentPackets } from "../../src/recorder/opus.ts";

/** RFC 6716, table 2, written out again: frame lengths in milliseconds by configuration number. */
const frameOf = (config: number): number => {
  if (config < 12) return [10, 20, 40, 60][config % 4] ?? 0;
  if (config < 16) return [10, 20][config % 2] ?? 0;
  return [2.5, 5, 10, 20][config % 4] ?? 0;
};
const configs = Array.from({ length: 32 }, (_, config) => config);
/** A packet's first bytes; `stereo` is a bit that changes no length. */
const packet = (config: number, code: number, second = 0, stereo = 0) =>
  Uint8Array.of((config << 3) | (stereo << 2) | code, second, 0);

it.each(configs)(
  "reads one frame of configuration %i, and two of the same or of different size",
  (config) => {
    for (const stereo of [0, 1]) {
      expect(opusDuration(packet(config, 0, 0xff, stereo))).toBeCloseTo(frameOf(config) / 1000, 12);
      expect(opusDuration(packet(config, 1, 0xff, stereo))).toBeCloseTo((2 * frameOf(config)) / 1000, 12);
      expect(opusDuration(packet(config, 2, 0xff, stereo))).toBeCloseTo((2 * frameOf(config)) / 1000, 12);
    }
  },
);

it.each(configs)("reads the number of frames of configuration %i, whatever the flags beside it", (config) => {
  const most = Math.floor(120 / frameOf(config)); // no packet sounds longer than 120 ms
  for (let frames = 1; frames <= most; frames++)
    for (const flags of [0, 0b0100_0000, 0b1000_0000, 0b1100_0000])
      expect(opusDuration(packet(config, 3, flags | frames))).toBeCloseTo(
        (frames * frameOf(config)) / 1000,
        12,
      );
});

it("takes an empty packet, and one that was cut off before its count, for no sound", () => {
  expect(opusDuration(new Uint8Array())).toBe(0);
  expect(opusDuration(Uint8Array.of((31 << 3) | 3))).toBe(0);
});

it("makes silence of any length, to the nearest 2.5 ms", () => {
  for (let gap = 0; gap < 3; gap += 0.000_73) {
    const packets = silentPackets(gap);
    const total = packets.reduce((sum, { duration }) => sum + duration, 0);
    expect(Math.abs(total - gap)).toBeLessThanOrEqual(SHORTEST_SILENCE / 2 + 1e-9);
    expect(packets.length).toBeLessThanOrEqual(gap / 0.02 + 3);
  }
});

it("makes silence of packets that say of themselves how long they are", () => {
  for (const gap of [0.0025, 0.005, 0.01, 0.02, 0.0375, 1.2325])
    for (const { data, duration } of silentPackets(gap)) expect(opusDuration(data)).toBe(duration);
});

it("makes no silence of nothing, or of less", () => {
  expect(silentPackets(0)).toEqual([]);
  expect(silentPackets(0.001)).toEqual([]);
  expect(silentPackets(-1)).toEqual([]);
});

it("shares no bytes between packets: whoever writes one may change it", () => {
  const [first, second] = silentPackets(0.04);
  expect(first?.data.buffer).not.toBe(second?.data.buffer);
});
