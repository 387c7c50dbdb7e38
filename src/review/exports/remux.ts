import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  Input,
  type MetadataTags,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import { RECORDED_FORMATS } from "../../recorder/containers.ts";
import { layer, lineOf, readPackets } from "../../recorder/packets.ts";
import type { Take } from "../../store/take.ts";
import type { Bytes } from "./format.ts";

const containers = {
  webm: () => new WebMOutputFormat(),
  /** Ogg has no table to seek by, players look for the time stamps of its pages: one a second. */
  ogg: () => new OggOutputFormat({ maximumPageDuration: 1 }),
  m4a: () => new Mp4OutputFormat(),
} as const;
export type Container = keyof typeof containers;

/** What players show of a file. */
export const tagsOf = ({ title, started }: Pick<Take, "title" | "started">): MetadataTags => ({
  title: title.text,
  date: new Date(`${started.local}Z`), // the day on the user's wall
});

/**
 * Packs the packets of a recording into another container, or anew into the same: nothing is decoded, so nothing is
 * lost. The file knows its length, can be sought in, and has silence where the capture had holes. One piece: an hour is
 * 30 MB.
 * @throws Error when there is no sound in it, or of a kind that the container does not take
 */
export async function* remux(
  audio: Blob,
  container: Container,
  tags: MetadataTags,
): AsyncGenerator<Bytes, void, void> {
  const input = new Input({ source: new BlobSource(audio), formats: RECORDED_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  const codec = await track?.getCodec();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) return;
  const target = new BufferTarget();
  const output = new Output({ format: containers[container](), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  output.setMetadataTags(tags);
  await output.start();
  const packets = await readPackets(track);
  // AAC keeps its stamps: what its encoder put in front lies before 0, and players leave it out.
  const lay = codec === "opus" ? layer(lineOf(codec, packets)) : (packet: EncodedPacket) => [packet];
  for (const packet of packets) {
    for (const laid of lay(packet)) await source.add(laid, { decoderConfig });
  }
  await output.finalize();
  if (target.buffer) yield new Uint8Array(target.buffer);
}
