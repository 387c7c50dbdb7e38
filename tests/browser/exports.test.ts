import {
  ALL_FORMATS,
  type AudioSample,
  BlobSource,
  CustomAudioEncoder,
  canEncodeAudio,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  registerEncoder,
} from "mediabunny";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { decodeExactly } from "../../src/recorder/decodeExactly.ts";
import { exportBlob } from "../../src/review/exports/deliver.ts";
import type { ExportFormat } from "../../src/review/exports/format.ts";
import { exportFormats, exportFormatsFor } from "../../src/review/exports/index.ts";
import { aacFile } from "../support/aacFile.ts";
import { aTake } from "../support/builders.ts";
import { aMaterial } from "../support/exporting.ts";
import { opusFile } from "../support/opusFile.ts";

const RATE = 48_000;
/** Long enough for three stretches. In seconds. */
const LENGTH = 66.4;
/** What a sample may be off by when it went through 16 bits: browsers read them back up to 32 767, not 32 768. */
const A_STEP = 1.5 / 32_768;

/** A wavering tone over noise, with clicks where no rule of thumb would guess them; never so loud that it clips. */
function talk(): Float32Array<ArrayBuffer> {
  const random = seeded(3);
  const samples = Float32Array.from(
    { length: LENGTH * RATE },
    (_, index) => 0.3 * Math.sin(index / (20 + Math.sin(index / 9_000))) + 0.02 * (random() - 0.5),
  );
  for (let at = 7_000; at < samples.length; at += Math.floor(RATE * (0.3 + random())))
    for (let index = 0; index < 150; index++) samples[at + index] = index % 40 < 20 ? 0.5 : -0.5;
  return samples;
}

const takeOf = (audio: Blob) =>
  aTake({
    length: LENGTH,
    title: { deck: "zh-CN/price", id: "dear", text: "客户说：太贵了" },
    audio: { type: audio.type, bytes: audio.size, sha256: "0".repeat(64), gaps: [] },
  });
const format = (id: string): ExportFormat => {
  const found = exportFormats.find((each) => each.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
};
const exported = (id: string, audio: Blob): Promise<Blob> =>
  exportBlob(format(id), aMaterial({ take: takeOf(audio), audio: async () => audio }));

async function decoded(audio: Blob): Promise<Float32Array> {
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await audio.arrayBuffer());
  return sound.getChannelData(0);
}
const opened = (audio: Blob) => new Input({ source: new BlobSource(audio), formats: ALL_FORMATS });

async function packetsOf(audio: Blob): Promise<EncodedPacket[]> {
  const track = await opened(audio).getPrimaryAudioTrack();
  const packets: EncodedPacket[] = [];
  if (track) for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}

/** The largest difference between two sounds; infinite when one is longer. */
function difference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let index = 0; index < a.length; index++)
    most = Math.max(most, Math.abs((a[index] ?? 0) - (b[index] ?? 0)));
  return most;
}

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
  const loaded = event("loadedmetadata");
  element.src = url;
  await loaded;
  const landed: number[] = [];
  for (const place of places) {
    const sought = event("seeked");
    element.currentTime = place;
    await sought;
    landed.push(element.currentTime);
  }
  URL.revokeObjectURL(url);
  return { duration: element.duration, landed };
}

const includes = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  bytes.some((_, at) => wanted.every((byte, index) => bytes[at + index] === byte));

let opus: Blob;
let whole: Float32Array;
beforeAll(async () => {
  opus = await opusFile(talk());
  whole = await decoded(opus);
}, 60_000);

describe("decoding in stretches", () => {
  const joined = async (audio: Blob) => {
    const parts: Float32Array<ArrayBuffer>[] = [];
    const totals = new Set<number>();
    for await (const { samples, total } of decodeExactly(audio)) {
      parts.push(samples);
      totals.add(total);
    }
    const sound = new Float32Array(await new Blob(parts).arrayBuffer());
    expect(parts.length).toBeGreaterThan(2);
    expect([...totals]).toEqual([sound.length]);
    return sound;
  };
  it("gives every sample that decoding at once gives", async () =>
    expect(difference(await joined(opus), whole)).toBe(0));
  it("does so when the encoder put something in front", async () => {
    const audio = await opusFile(talk(), { preSkip: 312 });
    expect(difference(await joined(audio), await decoded(audio))).toBe(0);
  });
  it("does so for AAC", async () => {
    const audio = await aacFile(LENGTH);
    expect(difference(await joined(audio), await decoded(audio))).toBe(0);
  });
});

describe("WAV", () => {
  it("holds the samples of the take, 16 bits each", async () => {
    const wav = await exported("wav", opus);
    expect(wav.size).toBe(44 + whole.length * 2);
    expect(difference(await decoded(wav), whole)).toBeLessThanOrEqual(A_STEP);
  });
  it("is written as it is decoded", async () => {
    const sizes: number[] = [];
    const material = aMaterial({ take: takeOf(opus), audio: async () => opus });
    for await (const piece of format("wav").write(material)) sizes.push(piece.length);
    expect(sizes[0]).toBe(44);
    expect(sizes.length).toBe(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(31 * RATE * 2);
  });
  it("tells how far it is, and stops when it is told to", async () => {
    const told: number[] = [];
    const controller = new AbortController();
    const onProgress = (share: number) => {
      told.push(share);
      if (told.length === 2) controller.abort();
    };
    const material = aMaterial({ take: takeOf(opus), audio: async () => opus });
    await expect(
      exportBlob(format("wav"), material, { onProgress, signal: controller.signal }),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(told).toHaveLength(2);
    expect(told[0]).toBeGreaterThan(0.3);
    expect(told[1]).toBeLessThan(1);
  });
});

describe.each(["webm", "ogg"])("%s", (id) => {
  it("holds the very packets that were recorded", async () => {
    const [before, after] = [await packetsOf(opus), await packetsOf(await exported(id, opus))];
    expect(after.length).toBe(before.length);
    expect(after.every(({ data }, index) => String(data) === String(before[index]?.data))).toBe(true);
  });
  it("sounds the same, sample by sample", async () =>
    expect(difference(await decoded(await exported(id, opus)), whole)).toBe(0));
  it("knows its length and is sought in, by the browser's player", async () => {
    const audio = await exported(id, opus);
    const places = [60.5, 0.5, 33.3];
    const { duration, landed } = await played(audio, places);
    expect(Math.abs(duration - whole.length / RATE)).toBeLessThan(0.001);
    for (const [index, place] of places.entries())
      expect(Math.abs((landed[index] ?? 0) - place)).toBeLessThan(0.001);
    const own = (await opened(audio).getDurationFromMetadata()) ?? (await opened(audio).computeDuration());
    expect(Math.abs(own - duration)).toBeLessThan(0.001);
  });
  it("is told by its title and day", async () => {
    const { title, date } = await opened(await exported(id, opus)).getMetadataTags();
    expect(title).toBe("客户说：太贵了");
    expect(date?.toISOString().slice(0, 10)).toBe("2026-11-21");
  });
  it("fills a hole of the capture, so that everything lies where it was said", async () => {
    const torn = await opusFile(talk(), { dropped: (at) => at >= 10 && at < 11.5 });
    const sound = await decoded(await exported(id, torn));
    expect(Math.abs(sound.length - whole.length) / RATE).toBeLessThan(0.003);
    expect(difference(sound.subarray(13 * RATE), whole.subarray(13 * RATE, sound.length))).toBeLessThan(0.01);
    expect(sound.subarray(10.1 * RATE, 11.4 * RATE).every((sample) => Math.abs(sample) < 0.001)).toBe(true);
  });
});

it("WebM has a table to seek by", async () => {
  const bytes = new Uint8Array(await (await exported("webm", opus)).arrayBuffer());
  expect(includes(bytes, [0x1c, 0x53, 0xbb, 0x6b])).toBe(true); // Cues
});

describe("M4A", () => {
  it("is a take's own AAC, where it was recorded so", async () => {
    const aac = await aacFile(LENGTH);
    const offered = await exportFormatsFor(takeOf(aac));
    expect(offered.map(({ id }) => id)).toEqual("m4a wav audacity textgrid webvtt csv json".split(" "));
    const m4a = await exported("m4a", aac);
    expect(m4a.type).toBe("audio/mp4");
    expect(difference(await decoded(m4a), await decoded(aac))).toBe(0);
    expect(Math.abs((await played(m4a, [40])).duration - LENGTH)).toBeLessThan(0.03);
  });
  it("is offered for others only by a browser that encodes AAC", async () => {
    const offered = await exportFormatsFor(takeOf(opus));
    expect(offered.some(({ id }) => id === "m4a")).toBe(
      await canEncodeAudio("aac", { numberOfChannels: 1, sampleRate: RATE }),
    );
    expect(offered.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["ogg", "wav", "webm", "webvtt", "json"]),
    );
  });
});

describe("a sound that cannot be read", () => {
  const noise = new Blob([Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) % 251)], {
    type: opus?.type,
  });
  it.each(["wav", "webm", "ogg"])("makes no %s, and it is said why", async (id) => {
    for (const bad of [noise, new Blob([])])
      await expect(exported(id, bad)).rejects.toMatchObject({ name: "ExportError", problem: "damaged" });
  });
  it.each(["wav", "webm", "ogg"])("only in its tail costs only the tail: %s", async (id) => {
    const torn = opus.slice(0, Math.floor(opus.size * 0.8), opus.type);
    const sound = await decoded(await exported(id, torn));
    expect(sound.length / RATE).toBeGreaterThan(0.7 * LENGTH);
    expect(difference(sound.subarray(0, 50 * RATE), whole.subarray(0, 50 * RATE))).toBeLessThanOrEqual(
      A_STEP,
    );
  });
  it("is not taken for damage when it is only not there", async () => {
    const missing = async () => Promise.reject(new Error("missing"));
    await expect(exportBlob(format("wav"), aMaterial({ audio: missing }))).rejects.toThrow("missing");
  });
});

describe("in a browser that encodes AAC", () => {
  /** Stands in for the encoder that this browser may not have: the right number of packets, all of them the same. */
  let packet: EncodedPacket | undefined;
  class Pretended extends CustomAudioEncoder {
    static override supports = (codec: string) => codec === "aac";
    private samples = 0;
    private packets = 0;
    init = () => undefined;
    encode(sample: AudioSample): void {
      this.samples += sample.numberOfFrames;
      while (this.packets * 1_024 < this.samples) this.put();
    }
    flush = () => undefined;
    close = () => undefined;
    private put(): void {
      const made = packet?.clone({ timestamp: (this.packets++ * 1_024) / RATE, duration: 1_024 / RATE });
      // Two bytes that say AAC-LC, 48 kHz, mono. @see ISO 14496-3, AudioSpecificConfig
      const description = Uint8Array.of(0x11, 0x88);
      const decoderConfig = { codec: "mp4a.40.2", sampleRate: RATE, numberOfChannels: 1, description };
      if (made) this.onPacket(made, { decoderConfig });
    }
  }
  beforeAll(async () => {
    packet = (await packetsOf(await aacFile(1)))[3];
    registerEncoder(Pretended);
  });

  it("every take can be M4A, with its length", async () => {
    expect((await exportFormatsFor(takeOf(opus))).map(({ id }) => id)).toContain("m4a");
    const m4a = await exported("m4a", opus);
    const { duration, landed } = await played(m4a, [44.4]);
    expect(Math.abs(duration - whole.length / RATE)).toBeLessThan(1_024 / RATE);
    expect(landed[0]).toBeCloseTo(44.4, 2);
    expect((await opened(m4a).getMetadataTags()).title).toBe("客户说：太贵了");
  });
  it("it can be stopped", async () => {
    const controller = new AbortController();
    const material = aMaterial({ take: takeOf(opus), audio: async () => opus });
    const watch = { signal: controller.signal, onProgress: () => controller.abort() };
    await expect(exportBlob(format("m4a"), material, watch)).rejects.toMatchObject({ name: "AbortError" });
  });
});
