/** Frame length in milliseconds for each of the 32 configurations. */
const FRAME_MS = [
  ...[10, 20, 40, 60], // 0–11: SILK, narrow, medium and wide band
  ...[10, 20, 40, 60],
  ...[10, 20, 40, 60],
  ...[10, 20], // 12–15: hybrid, super-wide and full band
  ...[10, 20],
  ...[2.5, 5, 10, 20], // 16–31: CELT
  ...[2.5, 5, 10, 20],
  ...[2.5, 5, 10, 20],
  ...[2.5, 5, 10, 20],
] as const;

/**
 * How long an Opus packet sounds, from its own first bytes: containers only know when it starts.
 * @returns seconds; 0 for an empty packet
 * @see RFC 6716, section 3.1 (the TOC byte) and 3.2.5 (code 3 packets)
 */
export function opusDuration(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const frame = FRAME_MS[toc >> 3] ?? 0;
  const code = toc & 0b11;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 0b111111;
  return (frame * frames) / 1000;
}

/** One full-band CELT frame with the silence flag set: length in milliseconds, and its configuration. */
const silences = [
  { length: 20, config: 31 },
  { length: 10, config: 30 },
  { length: 5, config: 29 },
  { length: 2.5, config: 28 },
] as const;

/** The shortest silence there is; gaps are filled to within half of it. In seconds. */
export const SHORTEST_SILENCE = 0.0025;

/**
 * Opus packets of digital silence that together last as long as a gap, to the nearest 2.5 ms.
 * @param gap in seconds
 */
export function silentPackets(gap: number): { data: Uint8Array; duration: number }[] {
  const packets: { data: Uint8Array; duration: number }[] = [];
  let left = Math.round(gap / SHORTEST_SILENCE) * 2.5;
  for (const { length, config } of silences) {
    for (; left >= length; left -= length) {
      packets.push({ data: Uint8Array.of(config << 3, 0xff, 0xfe), duration: length / 1000 });
    }
  }
  return packets;
}
