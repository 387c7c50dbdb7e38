import { type AudioCodec, EncodedPacket, EncodedPacketSink, type InputAudioTrack } from "mediabunny";
import { seconds } from "../lib/units.ts";
import { type Layout, layOut, type PacketTime } from "./gaps.ts";
import { opusDuration, SHORTEST_SILENCE, silentPackets } from "./opus.ts";

/** When each packet of a recording was captured and how long it sounds, and where it belongs on the take's line. */
export type PacketLine = Readonly<{ times: readonly PacketTime[]; layout: Layout }>;

/** The packets of a recording, one after the other. A torn tail costs only the tail. */
export async function* packetsOf(track: InputAudioTrack): AsyncGenerator<EncodedPacket, void, void> {
  let any = false;
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      any = true;
      yield packet;
    }
  } catch (error) {
    if (!any) throw error;
  }
}

/** All packets at once: reading them once is quickest, and an hour of them is some 30 MB. */
export async function readPackets(track: InputAudioTrack): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  } catch (error) {
    if (packets.length === 0) throw error;
  }
  return packets;
}

/** Where each packet belongs. Only Opus can be laid without holes: the packets of other codecs keep their stamps. */
export function lineOf(codec: AudioCodec | null, packets: readonly EncodedPacket[]): PacketLine {
  return layTimes(
    codec,
    packets.map((packet) => timeOf(codec, packet)),
  );
}

/** The same for packets that are read once, and not kept. */
export async function lineOfStream(
  codec: AudioCodec | null,
  packets: AsyncIterable<EncodedPacket>,
): Promise<PacketLine> {
  const times: PacketTime[] = [];
  for await (const packet of packets) times.push(timeOf(codec, packet));
  return layTimes(codec, times);
}

const layTimes = (codec: AudioCodec | null, times: readonly PacketTime[]): PacketLine => ({
  times,
  layout: codec === "opus" ? layOut(times, SHORTEST_SILENCE) : plainLayout(times),
});

const timeOf = (codec: AudioCodec | null, { timestamp, duration, data }: EncodedPacket): PacketTime => ({
  timestamp,
  duration: codec === "opus" ? opusDuration(data) : duration,
});

const plainLayout = (times: readonly PacketTime[]): Layout => ({
  starts: times.map(({ timestamp }) => timestamp - (times[0]?.timestamp ?? 0)),
  gaps: [],
  length: seconds(
    (times.at(-1)?.timestamp ?? 0) + (times.at(-1)?.duration ?? 0) - (times[0]?.timestamp ?? 0),
  ),
});

/**
 * Lays packets on their line, one after the other in their order: each answer is what has to be written for it, the
 * silence of a gap before it and the packet where it belongs.
 */
export function layer({ times, layout }: PacketLine): (packet: EncodedPacket) => readonly EncodedPacket[] {
  const gaps = [...layout.gaps];
  let index = 0;
  return (packet) => {
    const start = layout.starts[index] ?? 0;
    const written: EncodedPacket[] = [];
    const gap = gaps[0];
    if (gap && gap.at < start) {
      gaps.shift();
      let at: number = gap.at;
      for (const { data, duration } of silentPackets(gap.length)) {
        written.push(new EncodedPacket(data, "key", at, duration));
        at += duration;
      }
    }
    written.push(packet.clone({ timestamp: start, duration: times[index]?.duration ?? packet.duration }));
    index++;
    return written;
  };
}
