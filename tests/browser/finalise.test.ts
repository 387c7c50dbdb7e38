import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  Output,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { type Ms, ms } from "../../src/lib/units.ts";
import { decodeStretches } from "../../src/recorder/decode.ts";
import { type Finalised, finalise } from "../../src/recorder/finalise.ts";
import { opusDuration } from "../../src/recorder/opus.ts";
import type { Chunk } from "../../src/recorder/recorder.ts";
import { recordStream } from "../../src/recorder/recordrtc.ts";

const TYPE = "audio/webm;codecs=opus";
/** Two clicks a second, at places that no rule of thumb would guess. In seconds of the audio context. */
const clickTimes = Array.from({ length: 14 }, (_, index) => 0.4 + index * 0.5 + (index % 3) * 0.03);
const LENGTH = 7.6;
/** Everything that is said of a place must be right to this, in seconds. */
const WITHIN = 0.01;

type Take = Readonly<{ chunks: readonly Chunk[]; type: string; requestedAt: Ms; clickedAt: readonly Ms[] }>;
let take: Take;
let whole: Finalised;

/** Records clicks as the app records speech. */
async function record(): Promise<Take> {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const quiet = context.createOscillator(); // so that the recorder is fed from the beginning
  const hush = new GainNode(context, { gain: 0.0005 });
  quiet.connect(hush).connect(destination);
  quiet.start();
  const chunks: Chunk[] = [];
  const requestedAt = ms(performance.now());
  const started = new Promise<void>((resolve) => {
    recording = recordStream(destination.stream, TYPE, {
      started: () => resolve(),
      chunk: (chunk) => void chunks.push(chunk),
      failed: (reason) => {
        throw new Error(reason);
      },
    });
  });
  await started;
  const origin = context.currentTime + 0.1;
  const clockAt = (time: number) => ms(performance.now() + (time - context.currentTime) * 1000);
  const clickedAt = clickTimes.map((time) => clockAt(origin + time));
  for (const time of clickTimes) {
    const click = new OscillatorNode(context, { frequency: 2_000 });
    const loud = new GainNode(context, { gain: 0.8 });
    click.connect(loud).connect(destination);
    click.start(origin + time);
    click.stop(origin + time + 0.004);
  }
  const last = new OscillatorNode(context);
  last.start(origin + LENGTH);
  last.stop(origin + LENGTH + 0.01);
  await new Promise((resolve) => {
    last.onended = resolve;
    last.connect(hush);
  });
  await recording?.stop();
  const type = recording?.type ?? TYPE;
  recording?.release();
  await context.close();
  return { chunks, type, requestedAt, clickedAt };
}
let recording: ReturnType<typeof recordStream> | undefined;

beforeAll(async () => {
  take = await record();
  whole = await finalise(take.chunks, take.type, take.requestedAt);
}, 30_000);

async function packetsOf(audio: Blob) {
  const input = new Input({ source: new BlobSource(audio), formats: [WEBM] });
  const track = await input.getPrimaryAudioTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error("no sound in here");
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return { packets, decoderConfig };
}

/** The file without some of its packets, every other one with the time stamp it had, or a later one; in eight chunks. */
async function without(
  audio: Blob,
  dropped: (packet: EncodedPacket) => boolean,
  stampedAt: (packet: EncodedPacket) => number = ({ timestamp }) => timestamp,
): Promise<Chunk[]> {
  const { packets, decoderConfig } = await packetsOf(audio);
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  for (const packet of packets)
    if (!dropped(packet)) await source.add(packet.clone({ timestamp: stampedAt(packet) }), { decoderConfig });
  await output.finalize();
  const bytes = target.buffer ?? new ArrayBuffer(0);
  const size = Math.ceil(bytes.byteLength / 8);
  return Array.from({ length: 8 }, (_, index) => ({
    bytes: bytes.slice(index * size, (index + 1) * size),
    arrivedAt: ms(1_000 * (index + 1)),
  }));
}

async function decoded(audio: Blob): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await audio.arrayBuffer());
}

/** Where clicks begin, in seconds. */
function clicksIn(samples: Float32Array, rate: number): number[] {
  const found: number[] = [];
  for (const [index, sample] of samples.entries())
    if (Math.abs(sample) > 0.2 && index / rate - (found.at(-1) ?? -1) > 0.2) found.push(index / rate);
  return found;
}
const clicksOf = async (audio: Blob): Promise<number[]> => {
  const sound = await decoded(audio);
  return clicksIn(sound.getChannelData(0), sound.sampleRate);
};

/** What the browser's own player makes of a file: its length, and where it lands when it is asked for a place. */
async function played(audio: Blob, places: readonly number[]) {
  const element = new Audio();
  const url = URL.createObjectURL(audio);
  const event = (type: string) =>
    new Promise<void>((resolve, reject) => {
      element.addEventListener(type, () => resolve(), { once: true });
      element.addEventListener("error", () => reject(new Error("the player cannot read this")), {
        once: true,
      });
    });
  try {
    const ready = event("loadeddata");
    element.preload = "auto";
    element.src = url;
    await ready;
    const landed: number[] = [];
    for (const place of places) {
      const seeked = event("seeked");
      element.currentTime = place;
      await seeked;
      landed.push(element.currentTime);
    }
    return { duration: element.duration, landed };
  } finally {
    element.removeAttribute("src");
    URL.revokeObjectURL(url);
  }
}

/** Where the sound of a place lies for somebody who seeks there: the packet stamped so, decoded from a bit before. */
async function soughtClicks(audio: Blob, places: readonly number[]): Promise<number[]> {
  const { packets, decoderConfig } = await packetsOf(audio);
  const found: number[] = [];
  for (const place of places) {
    const first = packets.find(({ timestamp }) => timestamp >= place - 0.25);
    if (!first) throw new Error("nothing lies there");
    const target = new BufferTarget();
    const output = new Output({ format: new WebMOutputFormat(), target });
    const source = new EncodedAudioPacketSource("opus");
    output.addAudioTrack(source);
    await output.start();
    for (const packet of packets) {
      const at = packet.timestamp - first.timestamp;
      if (at >= 0 && at < 0.6) await source.add(packet.clone({ timestamp: at }), { decoderConfig });
    }
    await output.finalize();
    const [click] = await clicksOf(new Blob([target.buffer ?? new ArrayBuffer(0)]));
    found.push(first.timestamp + (click ?? Number.NaN));
  }
  return found;
}
const farthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? Number.NaN))));

/** Length, index and sound of a file agree, whoever asks. */
async function expectAgreement({ audio, length }: Finalised): Promise<void> {
  const sound = await decoded(audio);
  expect(Math.abs(sound.duration - length)).toBeLessThan(WITHIN);
  const places = [0.5, length / 2, length - 0.4, 1.25];
  const { duration, landed } = await played(audio, places);
  expect(Math.abs(duration - length)).toBeLessThan(WITHIN);
  expect(farthest(landed, places)).toBeLessThan(WITHIN);
  const clicks = clicksIn(sound.getChannelData(0), sound.sampleRate);
  expect(clicks.length).toBeGreaterThan(4);
  expect(farthest(await soughtClicks(audio, clicks), clicks)).toBeLessThan(WITHIN);
}

describe("a take as it was recorded", () => {
  it("has one line: decoded, played, sought and by its own account", () => expectAgreement(whole));

  it("holds every click, as far apart as they were made", async () => {
    const clicks = await clicksOf(whole.audio);
    expect(clicks).toHaveLength(clickTimes.length);
    const first = clicks[0] ?? Number.NaN;
    const apart = clicks.map((at) => at - first + (clickTimes[0] ?? 0));
    expect(farthest(apart, clickTimes)).toBeLessThan(WITHIN);
  });

  it("decodes in stretches to the same sound", async () => {
    const samples: number[] = [];
    for await (const stretch of decodeStretches(whole.audio))
      samples.push(...clicksIn(stretch.samples, stretch.sampleRate).map((at) => stretch.start + at));
    expect(farthest(samples, await clicksOf(whole.audio))).toBeLessThan(WITHIN);
  });

  it("has a type, an index and a length; and the chunks it came in are still whole", async () => {
    expect(whole.audio.type).toBe(TYPE);
    expect(whole.gapsKnown).toBe(true);
    expect(take.chunks.length).toBeGreaterThan(5);
    expect((await finalise(take.chunks, take.type, take.requestedAt)).length).toBe(whole.length);
  });
});

describe("a capture with holes", () => {
  const PACKET_START = 2.06;

  it.each([0.02, 0.04, 0.06, 0.12, 0.3, 1, 3])(
    "of %f s is filled, and everything lies where it was said",
    async (hole) => {
      const { packets } = await packetsOf(whole.audio);
      const duration = opusDuration(packets[0]?.data ?? new Uint8Array());
      const first = packets.find(({ timestamp }) => timestamp >= PACKET_START)?.timestamp ?? 0;
      const count = Math.max(1, Math.round(hole / duration));
      const chunks = await without(
        whole.audio,
        ({ timestamp }) => timestamp > first - 0.001 && timestamp < first + count * duration - 0.001,
      );
      const made = await finalise(chunks, TYPE, ms(0));
      expect(made.gaps).toHaveLength(1);
      expect(Math.abs((made.gaps[0]?.at ?? Number.NaN) - first)).toBeLessThan(WITHIN);
      expect(Math.abs((made.gaps[0]?.length ?? Number.NaN) - count * duration)).toBeLessThan(WITHIN);
      expect(Math.abs(made.length - whole.length)).toBeLessThan(WITHIN);
      await expectAgreement(made);
      const kept = (await clicksOf(whole.audio)).filter(
        (at) => at < first - 0.05 || at > first + count * duration + 0.05,
      );
      const clicks = await clicksOf(made.audio);
      for (const at of kept)
        expect(Math.min(...clicks.map((click) => Math.abs(click - at)))).toBeLessThan(WITHIN);
    },
  );

  it.each([0.02, 0.025, 0.035, 0.05])("of %f s, shorter than a packet, is filled too", async (hole) => {
    const { packets } = await packetsOf(whole.audio);
    const first = packets.find(({ timestamp }) => timestamp >= PACKET_START)?.timestamp ?? 0;
    const behind = (at: number) => (at >= first - 0.001 ? at + hole : at);
    const made = await finalise(
      await without(
        whole.audio,
        () => false,
        ({ timestamp }) => behind(timestamp),
      ),
      TYPE,
      ms(0),
    );
    expect(Math.abs(made.length - (whole.length + hole))).toBeLessThan(WITHIN);
    await expectAgreement(made);
    expect(farthest(await clicksOf(made.audio), (await clicksOf(whole.audio)).map(behind))).toBeLessThan(
      WITHIN,
    );
  });

  it("at random places is filled as a whole", async () => {
    const random = seeded(5);
    const from = [0.7, 2.6, 5].map((at) => at + 0.5 * random());
    const until = from.map((at) => at + 0.1 + random());
    const made = await finalise(
      await without(whole.audio, ({ timestamp }) =>
        from.some((at, hole) => timestamp >= at && timestamp < (until[hole] ?? 0)),
      ),
      TYPE,
      ms(0),
    );
    expect(made.gaps).toHaveLength(3);
    expect(Math.abs(made.length - whole.length)).toBeLessThan(WITHIN);
    await expectAgreement(made);
  });
});

describe("what a crash leaves", () => {
  it("costs only its tail when the last chunk is torn", async () => {
    const last = take.chunks.at(-2);
    if (!last) throw new Error("too few chunks");
    const torn = [
      ...take.chunks.slice(0, -2),
      { ...last, bytes: last.bytes.slice(0, Math.floor(last.bytes.byteLength * 0.6)) },
    ];
    const made = await finalise(torn, take.type, take.requestedAt);
    expect(made.length).toBeGreaterThan(whole.length - 2.5);
    expect(made.length).toBeLessThan(whole.length);
    await expectAgreement(made);
    const clicks = await clicksOf(made.audio);
    expect(farthest(clicks, await clicksOf(whole.audio))).toBeLessThan(WITHIN);
  });

  it("is told as nothing without its first chunk, and when there is nothing at all", async () => {
    const nothing = { name: "NothingRecordedError" };
    await expect(finalise(take.chunks.slice(1), take.type, take.requestedAt)).rejects.toMatchObject(nothing);
    await expect(finalise([], take.type, take.requestedAt)).rejects.toMatchObject(nothing);
    const noise = [
      { bytes: Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) % 251).buffer, arrivedAt: ms(0) },
    ];
    await expect(finalise(noise, take.type, take.requestedAt)).rejects.toMatchObject(nothing);
  });

  it("may be a first chunk of one byte", async () => {
    const [first, ...rest] = take.chunks;
    if (!first) throw new Error("too few chunks");
    const split = [
      { ...first, bytes: first.bytes.slice(0, 1) },
      { ...first, bytes: first.bytes.slice(1) },
      ...rest,
    ];
    expect((await finalise(split, take.type, take.requestedAt)).length).toBe(whole.length);
  });
});

it("places the moments of the clock on the file's line", async () => {
  const clicks = await clicksOf(whole.audio);
  const placed = take.clickedAt.map((moment) => whole.place(moment));
  // Between a click's moment and its sound lie the buffers of the audio context, the same for all: only that they
  // keep step is ours.
  const offsets = clicks.map((at, index) => at - (placed[index] ?? Number.NaN)).sort((a, b) => a - b);
  const middle = offsets[Math.floor(offsets.length / 2)] ?? Number.NaN;
  expect(Math.abs(middle)).toBeLessThan(0.15);
});
