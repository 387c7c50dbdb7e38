import { type AudioCodec, EncodedPacket, EncodedPacketSink, type InputAudioTrack } from "mediabunny";
import { seconds } from "../lib/units.ts";
import { type Layout, layOut, type PacketTime } from "./gaps.ts";
import { opusDuration, SHORTEST_SILENCE, silentPackets } from "./opus.ts";

/** The packets of a recording, and where each belongs on the take's line. */
export type PacketLine = Readonly<{
  packets: readonly EncodedPacket[];
  times: readonly PacketTime[];
  layout: Layout;
}>;

/** All packets there are. A torn tail costs only the tail. */
export async function readPackets(track: InputAudioTrack): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  } catch (error) {
    if (packets.length === 0) throw error;
  }
  return packets;
}

/** Lays packets on one line. Only Opus can be laid without holes: those of other codecs keep their stamps. */
export function lineOf(codec: AudioCodec | null, packets: readonly EncodedPacket[]): PacketLine {
  const isOpus = codec === "opus";
  const times = packets.map(({ timestamp, duration, data }) => ({
    timestamp,
    duration: isOpus ? opusDuration(data) : duration,
  }));
  return { packets, times, layout: isOpus ? layOut(times, SHORTEST_SILENCE) : plainLayout(times) };
}

const plainLayout = (times: readonly PacketTime[]): Layout => ({
  starts: times.map(({ timestamp }) => timestamp - (times[0]?.timestamp ?? 0)),
  gaps: [],
  length: seconds(
    (times.at(-1)?.timestamp ?? 0) + (times.at(-1)?.duration ?? 0) - (times[0]?.timestamp ?? 0),
  ),
});

/** The packets as they are written, in order: each where it belongs, and silence in every gap. */
export function* laidPackets({ packets, times, layout }: PacketLine): Generator<EncodedPacket> {
  const gaps = [...layout.gaps];
  for (const [index, packet] of packets.entries()) {
    const start = layout.starts[index] ?? 0;
    const gap = gaps[0];
    if (gap && gap.at < start) {
      gaps.shift();
      let at: number = gap.at;
      for (const { data, duration } of silentPackets(gap.length)) {
        yield new EncodedPacket(data, "key", at, duration);
        at += duration;
      }
    }
    yield packet.clone({ timestamp: start, duration: times[index]?.duration ?? packet.duration });
  }
}
