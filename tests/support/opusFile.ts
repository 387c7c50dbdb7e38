import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Output, WebMOutputFormat } from "mediabunny";

type Packing = Readonly<{
  /** What is written in front of the sound: Chromium's recorder nothing, others what their encoder needs. */
  preSkip?: 0 | 312;
  /** Where the capture has holes, by the second at which a packet begins. */
  dropped?: (at: number) => boolean;
}>;

/** Opus as a take is kept, made by this browser's own encoder. */
export const opusFile = async (samples: Float32Array<ArrayBuffer>, packing?: Packing): Promise<Blob> =>
  packed(await encoded(samples), packing);

/** Sound of 48 kHz as packets of 20 ms. */
export async function encoded(samples: Float32Array<ArrayBuffer>): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  const encoder = new AudioEncoder({
    output: (chunk) => packets.push(EncodedPacket.fromEncodedChunk(chunk)),
    error: () => undefined, // flushing rejects with it
  });
  encoder.configure({ codec: "opus", sampleRate: 48_000, numberOfChannels: 1, bitrate: 64_000 });
  for (let at = 0; at < samples.length; at += 48_000) {
    const data = samples.slice(at, at + 48_000);
    const sound = new AudioData({
      format: "f32",
      sampleRate: 48_000,
      numberOfChannels: 1,
      numberOfFrames: data.length,
      timestamp: Math.round((at / 48_000) * 1e6),
      data,
    });
    encoder.encode(sound);
    sound.close();
  }
  await encoder.flush();
  encoder.close();
  return packets;
}

/** Packets of 20 ms one after the other in WebM. */
export async function packed(
  packets: readonly EncodedPacket[],
  { preSkip = 0, dropped = () => false }: Packing = {},
): Promise<Blob> {
  const head = new TextEncoder().encode("OpusHead");
  // Version 1, one channel, the pre-skip, 48 000 Hz, no gain, plain mapping. @see RFC 7845, section 5.1
  const description = Uint8Array.from([...head, 1, 1, preSkip & 255, preSkip >> 8, 128, 187, 0, 0, 0, 0, 0]);
  const decoderConfig = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1, description };
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  for (const [index, packet] of packets.entries())
    if (!dropped(index * 0.02))
      await source.add(packet.clone({ timestamp: index * 0.02, duration: 0.02 }), { decoderConfig });
  await output.finalize();
  return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: "audio/webm;codecs=opus" });
}
