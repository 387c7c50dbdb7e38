import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Output, WebMOutputFormat } from "mediabunny";

/** What browsers write in front of a stream's sound: Chromium's recorder nothing, others what their encoder needs. */
export type PreSkip = 0 | 312;

/** Opus as a take is kept: 20 ms packets in WebM, made by this browser's own encoder; `dropped` says where the capture has holes. */
export async function opusFile(
  samples: Float32Array<ArrayBuffer>,
  { preSkip = 0, dropped = () => false }: { preSkip?: PreSkip; dropped?: (at: number) => boolean } = {},
): Promise<Blob> {
  const packets: EncodedPacket[] = [];
  const description = Uint8Array.of(
    ...new TextEncoder().encode("OpusHead"),
    1,
    1,
    preSkip & 255,
    preSkip >> 8,
    128,
    187,
    0,
    0,
    0,
    0,
    0,
  );
  let failed: DOMException | undefined;
  const encoder = new AudioEncoder({
    output: (chunk) => packets.push(EncodedPacket.fromEncodedChunk(chunk)),
    error: (error) => {
      failed = error;
    },
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
  if (failed) throw failed;
  encoder.close();
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1, description };
  for (const [index, packet] of packets.entries())
    if (!dropped(index * 0.02))
      await source.add(packet.clone({ timestamp: index * 0.02, duration: 0.02 }), { decoderConfig });
  await output.finalize();
  return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: "audio/webm;codecs=opus" });
}
