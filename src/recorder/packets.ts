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
  for await (const packet of packetsOf(track)) packets.push(packet);
  return packets;
}

/**
 * Where each packet belongs. Only Opus can be laid without holes: the packets of other codecs keep their stamps.
 * @param packets read once, and not kept
 */
export async function lineOf(
  codec: AudioCodec | null,
  packets: Iterable<EncodedPacket> | AsyncIterable<EncodedPacket>,
): Promise<PacketLine> {
  const times: PacketTime[] = [];
  for await (const packet of packets) times.push(timeOf(codec, packet));
  return { times, layout: codec === "opus" ? layOut(times, SHORTEST_SILENCE) : plainLayout(times) };
}

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

/** The packets as they are written, in order: each where it belongs, and silence in every gap. */
export async function* laidPackets(
  packets: Iterable<EncodedPacket> | AsyncIterable<EncodedPacket>,
  { times, layout }: PacketLine,
): AsyncGenerator<EncodedPacket, void, void> {
  const gaps = [...layout.gaps];
  let index = 0;
  for await (const packet of packets) {
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
    index++;
  }
}
