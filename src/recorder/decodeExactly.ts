import {
  type AudioCodec,
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  Input,
  Output,
} from "mediabunny";
import { keptFormat, RECORDED_FORMATS } from "./containers.ts";
import { layer, lineOfStream, type PacketLine, packetsOf } from "./packets.ts";

/** A stretch of decoded sound, mono in [-1, 1]; stretches follow one another without a seam. */
export type ExactStretch = Readonly<{
  samples: Float32Array<ArrayBuffer>;
  sampleRate: number;
  /** How many samples all stretches have together. */
  total: number;
}>;

/** Decoded at once, an hour needs 1.5 GB; in stretches of half a minute it needs what half a minute needs. In seconds. */
const STRETCH = 30;
/**
 * A decoder begins from nothing and takes a while to be where it would be, had it heard all that went before: each
 * stretch is decoded from this much earlier, and that is thrown away. RFC 7845 asks for 80 ms. In seconds.
 */
const PRE_ROLL = 1;
/** Opus always decodes to this rate. */
const OPUS_RATE = 48_000;

/**
 * Decodes a take at its full rate, stretch by stretch, to the same samples as decoding all of it at once; and every
 * one in its place, also where the file has holes. Main thread only: `decodeAudioData` does not exist in workers.
 * @throws EncodingError (DOMException) when the browser cannot read it; nothing comes when there is no sound in it
 */
export async function* decodeExactly(audio: Blob): AsyncGenerator<ExactStretch, void, void> {
  const input = new Input({ source: new BlobSource(audio), formats: RECORDED_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  const codec = await track?.getCodec();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) return;
  const sampleRate = codec === "opus" ? OPUS_RATE : decoderConfig.sampleRate;
  const line = await lineOfStream(codec, packetsOf(track)); // read twice rather than kept
  const samplesOf = ({ duration }: { duration: number }) => Math.round(duration * sampleRate);
  const filled = line.layout.gaps.reduce((sum, { length }) => sum + samplesOf({ duration: length }), 0);
  let total = line.times.reduce((sum, time) => sum + samplesOf(time), filled);
  let first = true;
  for await (const { packets, warm } of stretches(laid(packetsOf(track), line))) {
    const part = await mux(packets, codec, decoderConfig);
    const decoded = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(part);
    const wanted = packets.slice(warm).reduce((sum, packet) => sum + samplesOf(packet), 0);
    // Some decoders leave out what the encoder put in front of the very first sample.
    const heard = first ? Math.min(wanted, decoded.length) : wanted;
    total -= wanted - heard;
    first = false;
    yield { samples: lastOf(mono(decoded), heard), sampleRate, total };
  }
}

/** Packets as they lie on their line, the silence of gaps among them. */
async function* laid(packets: AsyncIterable<EncodedPacket>, line: PacketLine): AsyncGenerator<EncodedPacket> {
  const lay = layer(line);
  for await (const packet of packets) yield* lay(packet);
}

/** Packets in stretches, each with those before it that its decoder is warmed up with, `warm` in number. */
async function* stretches(
  all: AsyncIterable<EncodedPacket>,
): AsyncGenerator<Readonly<{ packets: readonly EncodedPacket[]; warm: number }>> {
  let packets: EncodedPacket[] = [];
  let warm = 0;
  for await (const packet of all) {
    const begin = packets[warm]?.timestamp ?? packet.timestamp;
    if (packet.timestamp >= begin + STRETCH) {
      yield { packets, warm };
      packets = packets.slice(
        packets.findLastIndex(({ timestamp }) => timestamp <= packet.timestamp - PRE_ROLL),
      );
      warm = packets.length;
    }
    packets.push(packet);
  }
  if (packets.length > warm) yield { packets, warm };
}

/** Some packets as a file of their own, from 0 on. */
async function mux(packets: readonly EncodedPacket[], codec: AudioCodec, decoderConfig: AudioDecoderConfig) {
  const target = new BufferTarget();
  const output = new Output({ format: keptFormat(codec), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  const begin = packets[0]?.timestamp ?? 0;
  for (const packet of packets)
    await source.add(packet.clone({ timestamp: packet.timestamp - begin }), { decoderConfig });
  await output.finalize();
  return target.buffer ?? new ArrayBuffer(0);
}

/** The channels' mean; a take has one, but a file that was brought here may have two. */
function mono(sound: AudioBuffer): Float32Array<ArrayBuffer> {
  const first = sound.getChannelData(0);
  if (sound.numberOfChannels === 1) return first;
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++)
    for (const [index, sample] of sound.getChannelData(channel).entries())
      mixed[index] = (mixed[index] ?? 0) + sample / sound.numberOfChannels;
  return mixed;
}

/** The last so many samples; silence in front when there are fewer, so that what follows stays in its place. */
function lastOf(samples: Float32Array<ArrayBuffer>, count: number): Float32Array<ArrayBuffer> {
  if (samples.length >= count) return samples.subarray(samples.length - count);
  const padded = new Float32Array(count);
  padded.set(samples, count - samples.length);
  return padded;
}
