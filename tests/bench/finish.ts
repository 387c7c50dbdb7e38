import {
  BlobSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  Output,
  StreamTarget,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { ms } from "../../src/lib/units.ts";
import { LivePeaks } from "../../src/measure/livePeaks.ts";
import type { Chunk } from "../../src/recorder/recorder.ts";
import { finishing } from "../../src/screens/finishing.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Draft } from "../../src/store/draft.ts";
import { idbDrafts, idbTakes } from "../../src/store/idb.ts";
import { finishTake } from "../../src/studio/finishTake.ts";

export type FinishBench = Readonly<{ minutes: number; stopToShelf: number; byDecoding: number }>;

/**
 * How long a take needs from the last chunk to the shelf, and how long it would with every second decoded for its
 * waveform, side by side. The take is one of `seconds` of real recording, its packets repeated.
 */
export async function benchFinish(minutes: number, draft: Draft): Promise<FinishBench> {
  const packets = await recordPackets(8);
  const chunks = await liveChunks(packets, minutes);
  const live = new LivePeaks();
  for (let block = 0; block < minutes * 60 * 50; block++) {
    live.add(ms(60 + (block + 1) * 20), 0.2 + 0.2 * Math.sin(block / 7));
  }
  const database = await openDatabase(`bench-${minutes}`);
  const [drafts, takes] = [idbDrafts(database), idbTakes(database, Date.now)];
  await drafts.save(draft);
  for (const [index, chunk] of chunks.entries()) await drafts.append(draft.id, index, chunk);
  const ending = { cutShort: null, recovered: false, now: Date.now() };

  const start = performance.now();
  const written = await drafts.chunks(draft.id);
  const finished = await finishTake(draft, [...written.values()], ending, finishing, live);
  await takes.keep(finished.take, finished.audio, finished.peaks);
  const stopToShelf = performance.now() - start;

  const again = performance.now();
  await finishTake(draft, chunks, ending, finishing);
  const byDecoding = performance.now() - again;
  database.close();
  indexedDB.deleteDatabase(`bench-${minutes}`);
  return { minutes, stopToShelf, byDecoding };
}

/** So many seconds out of the microphone, as packets. */
export async function recordPackets(seconds: number) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const recorder = new MediaRecorder(stream, {
    mimeType: "audio/webm;codecs=opus",
    audioBitsPerSecond: 64_000,
  });
  const blobs: Blob[] = [];
  recorder.ondataavailable = ({ data }) => blobs.push(data);
  recorder.start(1_000);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.stop();
  await stopped;
  for (const track of stream.getTracks()) track.stop();
  const track = await new Input({
    source: new BlobSource(new Blob(blobs)),
    formats: [WEBM],
  }).getPrimaryAudioTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error("bench: nothing recorded");
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return { packets: packets.slice(0, -1), decoderConfig };
}

/** A live WebM in chunks of a second, as a recorder hands them over. */
export async function liveChunks(
  { packets, decoderConfig }: Awaited<ReturnType<typeof recordPackets>>,
  minutes: number,
): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  let parts: Uint8Array[] = [];
  const sink = new WritableStream({
    write: ({ data }: { data: Uint8Array }) => void parts.push(data.slice()),
  });
  const format = new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: 5 });
  const output = new Output({ format, target: new StreamTarget(sink) });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const handOver = async (at: number) => {
    const bytes = await new Blob(parts as BlobPart[]).arrayBuffer();
    parts = [];
    if (bytes.byteLength > 0) chunks.push({ bytes, arrivedAt: ms(at * 1_000 + 60) });
  };
  for (let index = 0; index * 0.06 < minutes * 60; index++) {
    const packet = packets[index % packets.length];
    if (!packet) throw new Error("bench: nothing recorded");
    await source.add(packet.clone({ timestamp: index * 0.06, duration: 0.06 }), { decoderConfig });
    if (index % 17 === 16) await handOver((index + 1) * 0.06);
  }
  await output.finalize();
  await handOver(minutes * 60);
  return chunks;
}
