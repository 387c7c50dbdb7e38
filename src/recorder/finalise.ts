import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  Input,
  type InputAudioTrack,
  Output,
} from "mediabunny";
import { type Ms, type Seconds, seconds } from "../lib/units.ts";
import { placeFromStart, placeOnLine } from "./chunkMap.ts";
import { keptFormat, RECORDED_FORMATS } from "./containers.ts";
import type { Gap } from "./gaps.ts";
import { NothingRecordedError } from "./nothingRecorded.ts";
import { layer, lineOf, type PacketLine, readPackets } from "./packets.ts";
import type { Chunk } from "./recorder.ts";
import { webmBlockEnds } from "./webmBlocks.ts";

/** A take made whole. */
export type Finalised = Readonly<{
  audio: Blob;
  /** How long it sounds. */
  length: Seconds;
  /** Holes of the capture, filled with silence; empty also when they could not be found (`gapsKnown`). */
  gaps: readonly Gap[];
  gapsKnown: boolean;
  /** Where a moment of the clock lies on the take's line. */
  place: (moment: Ms) => Seconds;
}>;

/**
 * Turns the chunks of a live recording into a file with a length, an index for seeking and no holes. Packets are
 * copied, never decoded, so it costs about a second for half an hour.
 * @param type        as the recorder named it; decides nothing but the fallback of the container
 * @param requestedAt when recording was asked for, for containers whose chunks cannot be told apart
 * @throws NothingRecordedError
 */
export async function finalise(chunks: readonly Chunk[], type: string, requestedAt: Ms): Promise<Finalised> {
  const live = new Blob(
    chunks.map(({ bytes }) => bytes),
    { type },
  );
  const input = new Input({ source: new BlobSource(live), formats: RECORDED_FORMATS });
  const track = await input.getPrimaryAudioTrack().catch(() => null);
  const packets = track ? await readPackets(track) : [];
  if (!track || packets.length === 0) throw new NothingRecordedError(`Nothing audible in ${live.size} bytes`);
  const codec = await track.getCodec();
  const line = lineOf(codec, packets);
  const { times, layout } = line;
  const audio = await write(track, packets, line);
  const ends = chunkEnds(chunks, await live.arrayBuffer(), layout.starts, times);
  const packet = times[0]?.duration ?? 0;
  return {
    audio,
    length: layout.length,
    gaps: layout.gaps,
    gapsKnown: codec === "opus",
    place:
      ends.length > 1 ? placeOnLine(ends, packet, layout.length) : placeFromStart(requestedAt, layout.length),
  };
}

async function write(
  track: InputAudioTrack,
  packets: readonly EncodedPacket[],
  line: PacketLine,
): Promise<Blob> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !decoderConfig) throw new NothingRecordedError("The recording names no codec");
  const format = keptFormat(codec);
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  const lay = layer(line);
  for (const packet of packets) {
    for (const laid of lay(packet)) await source.add(laid, { decoderConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new NothingRecordedError("The recording could not be written");
  return new Blob([target.buffer], {
    type: `${format.mimeType.replace("video/", "audio/")};codecs=${codec}`,
  });
}

/** Which packet was the last of each chunk; only WebM tells. */
function chunkEnds(
  chunks: readonly Chunk[],
  bytes: ArrayBuffer,
  starts: readonly number[],
  times: readonly { duration: number }[],
) {
  const blockEnds = webmBlockEnds(new Uint8Array(bytes));
  if (blockEnds.length !== starts.length) return []; // another container, or laced blocks: not one block a packet
  let byte = 0;
  let block = 0;
  const ends: { soundEnd: Seconds; arrivedAt: Ms }[] = [];
  for (const { bytes: chunk, arrivedAt } of chunks) {
    const before = block;
    byte += chunk.byteLength;
    while ((blockEnds[block] ?? Number.POSITIVE_INFINITY) <= byte) block++;
    if (block === before) continue;
    ends.push({ soundEnd: seconds((starts[block - 1] ?? 0) + (times[block - 1]?.duration ?? 0)), arrivedAt });
  }
  return ends;
}
