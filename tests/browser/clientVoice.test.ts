import { afterEach, describe, expect, it, vi } from "vitest";
import { loudest, recipes } from "../../src/client/roomSounds.ts";
import { type ClientSound, type RoomSound, roomSounds, type SpokenLine } from "../../src/client/sound.ts";
import { openSynthesis } from "../../src/client/synthesis.ts";
import { openClientSound, renderSound } from "../../src/client/voice.ts";
import { ms, s, seconds } from "../../src/lib/units.ts";
import { sound, speech } from "../support/sounds.ts";

const RATE = 48_000;
const rendered = async (id: RoomSound, variant?: number) =>
  (await renderSound(id, RATE, variant)).getChannelData(0);

/** How far two sounds of the same length are apart, at the most. */
const furthest = (one: Float32Array, other: Float32Array): number =>
  one.reduce((most, sample, at) => Math.max(most, Math.abs(sample - (other[at] ?? Number.NaN))), 0);

/** 16-bit WAV, which every browser decodes to the sample. */
function wav({ samples, sampleRate }: { samples: Float32Array; sampleRate: number }): Blob {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at: number, word: string) =>
    [...word].forEach((char, index) => {
      view.setUint8(at + index, char.charCodeAt(0));
    });
  text(0, "RIFF");
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(44 + index * 2, Math.round(sample * 32_767), true);
  });
  return new Blob([view.buffer], { type: "audio/wav" });
}
const aLine = (): SpokenLine => ({
  audio: wav(sound(speech(s(2)))),
  start: seconds(0.25),
  length: seconds(1.5),
  gain: 0.8,
});

describe("a sound of the room", () => {
  it.each(roomSounds)("is as long and as loud as its recipe says, and quiet: %s", async (id) => {
    const samples = await rendered(id);
    const { length, level } = recipes[id];
    expect(samples.length).toBe(Math.round(length * RATE));
    expect(loudest(samples, RATE)).toBeCloseTo(level, 3);
    expect(level).toBeLessThanOrEqual(-28);
    expect(level).toBeGreaterThanOrEqual(-40);
    let peak = 0;
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    expect(peak).toBeLessThan(0.3);
  });
  it.each(roomSounds)("begins and ends in silence, so that nothing clicks: %s", async (id) => {
    const samples = await rendered(id);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    const [end, whole] = [samples.subarray(-240), samples].map((part) =>
      part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    );
    expect(end).toBeLessThan((whole ?? 0) / 20);
  });
  it.each(roomSounds)("is the same every time, and another one from another seed: %s", async (id) => {
    const first = await rendered(id, 3);
    expect(furthest(await rendered(id, 3), first)).toBeLessThan(1e-6); // a 30th of a step of 16 bits
    expect(furthest(await rendered(id, 4), first)).toBeGreaterThan(1e-3);
  });
  it("tells them apart: no two are alike", async () => {
    const all = await Promise.all(roomSounds.map((id) => rendered(id)));
    expect(new Set(all.map((samples) => samples.slice(4_800, 4_820).join())).size).toBe(roomSounds.length);
  });
});

describe("what a client is heard through", () => {
  let open: ClientSound | undefined;
  afterEach(() => {
    open?.close();
    vi.restoreAllMocks();
  });
  /** Opened, with one line ready; writes down what is started and stopped. */
  async function ready() {
    const start = vi.spyOn(AudioBufferSourceNode.prototype, "start");
    const stop = vi.spyOn(AudioBufferSourceNode.prototype, "stop");
    const close = vi.spyOn(AudioContext.prototype, "close");
    open = openClientSound(0.7);
    await open.prepare(new Map([["en/a", aLine()]]));
    start.mockClear(); // rendering starts sources of its own
    return { client: open, start, stop, close };
  }

  it("plays a breath and the line after it on one clock, to the sample", async () => {
    const { client, start } = await ready();
    const playing = client.play([
      { sound: "breath", after: ms(0) },
      { line: "en/a", after: ms(260) },
    ]);
    const [breath, line] = start.mock.calls;
    expect((line?.[0] ?? 0) - (breath?.[0] ?? 0)).toBeCloseTo(0.26, 9);
    expect(line?.slice(1)).toEqual([0.25, 1.5]); // only what was spoken of it
    expect(playing.length).toBeCloseTo(1_760, 3);
  });
  it("plays nothing that is not ready, and waits for nothing", async () => {
    const early = openClientSound(0.7);
    expect(early.play([{ sound: "pen", after: ms(0) }]).length).toBe(0);
    early.close();
    const { client, start } = await ready();
    expect(client.has("en/a")).toBe(true);
    expect(client.has("en/b")).toBe(false);
    expect(client.play([{ line: "en/b", after: ms(0) }]).length).toBe(0);
    expect(start).not.toHaveBeenCalled();
  });
  it("leaves out a line that cannot be decoded", async () => {
    const { client } = await ready();
    const broken = { ...aLine(), audio: new Blob(["no sound"]) };
    await client.prepare(new Map([["en/broken", broken]]));
    expect(client.has("en/broken")).toBe(false);
    expect(client.has("en/a")).toBe(true);
  });
  it("falls silent at once when it is told to, and gives everything back when it is closed", async () => {
    const { client, stop, close } = await ready();
    const one = client.play([{ sound: "murmur", after: ms(0) }]);
    client.play([{ sound: "door", after: ms(500) }]);
    one.stop();
    one.stop();
    client.silence();
    expect(stop.mock.calls.length).toBeGreaterThanOrEqual(2);
    client.close();
    expect(close).toHaveBeenCalledTimes(1);
    expect(client.play([{ sound: "pen", after: ms(0) }]).length).toBe(0);
  });
  it("follows the slider", async () => {
    const { client } = await ready();
    const turn = vi.spyOn(AudioParam.prototype, "setTargetAtTime");
    client.setLoudness(0.5);
    expect(turn.mock.calls[0]?.[0]).toBe(0.25);
  });
});

describe("speech synthesis where no voice is installed", () => {
  it("says so at once, speaks nothing, and stops waiting for a voice after 3 s", async () => {
    const speak = vi.spyOn(speechSynthesis, "speak");
    const synthesis = openSynthesis("en");
    const gone = vi.fn();
    expect(synthesis.ready()).toBe(false);
    synthesis.say("And what does it cost?", 1, { pitch: 1, rate: 1 }, gone);
    expect(gone).toHaveBeenCalledTimes(1);
    expect(await synthesis.found).toBeNull();
    expect(synthesis.ready()).toBe(false);
    expect(speak).not.toHaveBeenCalled();
    synthesis.close();
  });
});

describe("speech synthesis that does not answer", () => {
  const voice = { name: "Ava", lang: "en-US", localService: true, default: true, voiceURI: "Ava" };
  /** A browser with a voice that does what the test says. */
  function withVoice(speak: (utterance: Record<string, unknown>) => void) {
    vi.spyOn(speechSynthesis, "getVoices").mockReturnValue([voice as SpeechSynthesisVoice]);
    vi.stubGlobal(
      "SpeechSynthesisUtterance",
      class {
        constructor(readonly text: string) {}
      },
    );
    const cancel = vi.spyOn(speechSynthesis, "cancel").mockReturnValue();
    vi.spyOn(speechSynthesis, "speak").mockImplementation((given) => speak(given as never));
    return { cancel };
  }
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const hints = { pitch: 0.8, rate: 1.15 };

  it("is given up after 2 s, cancelled, and not tried again", () => {
    vi.useFakeTimers();
    const said: Record<string, unknown>[] = [];
    const { cancel } = withVoice((utterance) => said.push(utterance));
    const synthesis = openSynthesis("en");
    const gone = vi.fn();
    synthesis.say("No?", 0.5, hints, gone);
    expect(said[0]).toMatchObject({ text: "No?", voice, lang: "en-US", volume: 0.25, ...hints });
    cancel.mockClear();
    vi.advanceTimersByTime(1_999);
    expect(gone).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(gone).toHaveBeenCalledTimes(1);
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(synthesis.ready()).toBe(false);
    synthesis.close();
  });
  it("is given up when it reports an error", () => {
    withVoice((utterance) => (utterance.onerror as () => void)());
    const synthesis = openSynthesis("en");
    const gone = vi.fn();
    synthesis.say("No?", 1, hints, gone);
    expect(gone).toHaveBeenCalledTimes(1);
    expect(synthesis.ready()).toBe(false);
    synthesis.close();
  });
  it("goes on when it has begun in time, and falls silent with its drill", () => {
    vi.useFakeTimers();
    const { cancel } = withVoice((utterance) => (utterance.onstart as () => void)());
    const synthesis = openSynthesis("en");
    const gone = vi.fn();
    synthesis.say("No?", 1, hints, gone);
    vi.advanceTimersByTime(5_000);
    expect(gone).not.toHaveBeenCalled();
    expect(synthesis.ready()).toBe(true);
    cancel.mockClear();
    synthesis.close();
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
