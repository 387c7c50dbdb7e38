import { type Seconds, seconds } from "../lib/units.ts";

/** A hole in what was captured: the machine stalled, slept, or lost its Bluetooth for a moment. */
export type Gap = Readonly<{ at: Seconds; length: Seconds }>;

/** When a packet was captured and how long it sounds, in seconds. */
export type PacketTime = Readonly<{ timestamp: number; duration: number }>;

/** Shorter holes are the jitter of time stamps, not missing sound. In seconds. */
export const SMALLEST_GAP = 0.015;
/** A packet stamped late by a stall is followed by punctual ones; a hole stays. Looked ahead this many packets. */
const LOOK_AHEAD = 8;
/** How fast the difference between the sound card's clock and the system's is followed: share of each packet. */
const DRIFT_FOLLOWED = 0.01;

/** Where each packet belongs on the take's line once its gaps are filled, and the gaps. */
export type Layout = Readonly<{ starts: readonly number[]; gaps: readonly Gap[]; length: Seconds }>;

/**
 * Lays packets on one line without holes or overlaps, so that playing through, seeking and decoding agree.
 *
 * A hole is a jump of the time stamps against the sound so far that lasts. The two clocks drift apart by some
 * milliseconds a minute without any sound missing; that is followed and never filled.
 * @param packets in capture order; overlapping stamps are taken as jitter
 * @param grid    the filling comes in multiples of this many seconds
 */
export function layOut(packets: readonly PacketTime[], grid: number): Layout {
  const first = packets[0]?.timestamp ?? 0;
  // How far each stamp is ahead of the sound before it, were nothing ever filled.
  const ahead: number[] = [];
  let sounded = 0;
  for (const { timestamp, duration } of packets) {
    ahead.push(timestamp - first - sounded);
    sounded += duration;
  }
  const starts: number[] = [];
  const gaps: Gap[] = [];
  let position = 0;
  let filled = 0;
  let drift = 0;
  for (const [index, { duration }] of packets.entries()) {
    const missing = Math.min(...ahead.slice(index, index + LOOK_AHEAD)) - filled - drift;
    if (missing > SMALLEST_GAP) {
      const length = Math.round(missing / grid) * grid;
      gaps.push({ at: seconds(position), length: seconds(length) });
      filled += length;
      position += length;
    } else {
      drift += DRIFT_FOLLOWED * missing;
    }
    starts.push(position);
    position += duration;
  }
  return { starts, gaps, length: seconds(position) };
}
