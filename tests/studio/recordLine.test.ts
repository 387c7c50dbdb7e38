import { describe, expect, it } from "vitest";
import { s } from "../../src/lib/units.ts";
import { type Decode, recordLine } from "../../src/studio/recordLine.ts";
import { chunkBytes, fakeClock, fakeMicrophone, settled } from "../support/fakes.ts";
import { silence, sound, speech } from "../support/sounds.ts";

const talk = sound(silence(s(0.5)), speech(s(2)), silence(s(0.5)));

/** A line being recorded; what is decoded is what the test says. */
function recording(decode: Decode = async () => talk) {
  const clock = fakeClock();
  const microphone = fakeMicrophone(clock, { tail: 9 });
  let started = 0;
  const under = recordLine(microphone, clock, decode, () => void started++);
  const line = under.line.then(
    (made) => ({ made }),
    (error: unknown) => ({ error }),
  );
  return { clock, microphone, under, line, started: () => started };
}

describe("a line that is recorded", () => {
  it("is all that was handed over, with the place of the words in it", async () => {
    const { microphone, under, line, started } = recording();
    expect(started()).toBe(0);
    microphone.recording().start();
    expect(started()).toBe(1);
    microphone.recording().chunk(1);
    under.stop();
    const { made } = (await line) as { made: Awaited<typeof under.line> };
    expect(new Uint8Array(await made.audio.arrayBuffer())).toEqual(
      new Uint8Array([...new Uint8Array(chunkBytes(1)), ...new Uint8Array(chunkBytes(9))]),
    );
    expect(made.start).toBeCloseTo(0.44, 1);
    expect(made.length).toBeCloseTo(2.18, 1);
  });
  it("ends by itself after 6 s, and is cut to what a client's turn may last", async () => {
    const { clock, under, line } = recording(async () => sound(speech(s(6))));
    clock.advance(s(5.9));
    await settled();
    clock.advance(s(0.2));
    await line;
    expect((await under.line).length).toBe(5.6);
  });
  it("gives the microphone back, once, whatever came of it", async () => {
    const outcomes: ((from: ReturnType<typeof recording>) => void)[] = [
      ({ under }) => under.stop(),
      ({ microphone }) => microphone.lose("lost"),
      ({ microphone }) => microphone.recording().fail("recorder"),
    ];
    for (const end of outcomes) {
      const one = recording();
      end(one);
      await one.line;
      expect(one.microphone.asked.filter((word) => word === "close")).toHaveLength(1);
      expect(one.microphone.asked).toContain("release");
      expect(one.clock.timers()).toBe(0);
    }
  });
  it.each([
    ["silent", "nobody spoke", async () => sound(silence(s(2)))],
    [
      "recorder",
      "it cannot be read",
      async () => {
        throw new DOMException("no", "EncodingError");
      },
    ],
  ] as const)("fails with %s when %s", async (reason, _, decode) => {
    const { under, line } = recording(decode);
    under.stop();
    expect(await line).toMatchObject({ error: { name: "MicrophoneError", reason } });
  });
  it("says why when the microphone goes away", async () => {
    const { microphone, line } = recording();
    microphone.lose("lost");
    expect(await line).toMatchObject({ error: { reason: "lost" } });
  });
});
