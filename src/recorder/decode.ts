import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  Output,
} from "mediabunny";
import { type Seconds, seconds } from "../lib/units.ts";
import { keptFormat, RECORDED_FORMATS } from "./containers.ts";

/** A stretch of decoded sound, mono in [-1, 1]. */
export type Stretch = Readonly<{ start: Seconds; samples: Float32Array; sampleRate: number }>;

/** Decoded at once, an hour needs 1.5 GB; in stretches of half a minute it needs what half a minute needs. */
const STRETCH = 30;
/** The first one is short: a long take only needs its beginning, to lay what was heard live in place. */
const FIRST_STRETCH = 6;
/** Enough for speech, and what the measures work on. */
const SAMPLE_RATE = 16_000;

/**
 * Decodes a finalised take, stretch by stretch. Main thread only: `decodeAudioData` does not exist in workers.
 * @throws EncodingError (DOMException) when the browser cannot read its own recording
 */
export async function* decodeStretches(audio: Blob): AsyncGenerator<Stretch, void, void> {
  const input = new Input({ source: new BlobSource(audio), formats: RECORDED_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  const codec = await track?.getCodec();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) return;

  const open = async () => {
    const target = new BufferTarget();
    const format = keptFormat(codec);
    const output = new Output({ format, target });
    const source = new EncodedAudioPacketSource(codec);
    output.addAudioTrack(source);
    await output.start();
    return { target, output, source };
  };
  const decode = async (
    { target, output }: Awaited<ReturnType<typeof open>>,
    start: number,
  ): Promise<Stretch> => {
    await output.finalize();
    const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
    const decoded = await context.decodeAudioData(target.buffer ?? new ArrayBuffer(0));
    return { start: seconds(start), samples: decoded.getChannelData(0), sampleRate: SAMPLE_RATE };
  };

  let start = 0;
  let part: Awaited<ReturnType<typeof open>> | undefined;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (part && packet.timestamp - start >= (start === 0 ? FIRST_STRETCH : STRETCH)) {
      yield await decode(part, start);
      part = undefined;
    }
    if (!part) {
      part = await open();
      start = packet.timestamp;
    }
    await part.source.add(packet.clone({ timestamp: packet.timestamp - start }), { decoderConfig });
  }
  if (part) yield await decode(part, start);
}
