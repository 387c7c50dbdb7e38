import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measure } from "../../src/measure/measure.ts";
import { answer, Session } from "../../src/measure/session.ts";
import { always } from "../support/builders.ts";
import { inNoise, talk } from "../support/voices.ts";

const { samples } = inNoise(talk(4, [9, 12]).sound, 40);
const sampleRate = 16_000;
const stretch = (from: number, until: number, start = from / sampleRate) =>
  ({ type: "stretch", stretch: { start, samples: samples.slice(from, until), sampleRate } }) as const;
const cues = [{ kind: "cut-in", at: 3, until: 3.6 }];
const finished = (session: Session) => {
  const reply = answer(session, { type: "finish", context: { cues } });
  return reply.type === "found" ? reply.findings.measures : reply;
};
const whole = measure(samples, sampleRate, { cues });

describe("a session", () => {
  it("measures stretches as if they had come in one piece, and says how far it is", () =>
    always(
      fc.array(fc.integer({ min: 1, max: samples.length - 1 }), { maxLength: 5 }),
      (cuts) => {
        const session = new Session();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), samples.length];
        for (const [index, until] of edges.slice(1).entries())
          expect(answer(session, stretch(edges[index] ?? 0, until))).toEqual({
            type: "heard",
            seconds: until / sampleRate,
          });
        expect(finished(session)).toEqual(whole);
      },
      8,
    ));

  it("fills what was not recorded with silence, and leaves out what comes twice", () => {
    const session = new Session();
    answer(session, stretch(0, 64_000));
    answer(session, stretch(60_000, samples.length));
    expect(finished(session)).toEqual(whole);
    const gap = new Session();
    expect(answer(gap, stretch(0, samples.length, 2))).toMatchObject({
      seconds: 2 + samples.length / sampleRate,
    });
    expect(finished(gap)).toMatchObject({
      syllables: whole.syllables,
      speech: whole.speech.map((span) => span.map((at) => expect.closeTo(at + 2, 2))),
    });
  });

  it("of nothing finds nothing", () =>
    expect(finished(new Session())).toMatchObject({ duration: 0, speech: [] }));

  it("answers a fault in words", () => {
    const session = new Session();
    answer(session, stretch(0, 100));
    expect(
      answer(session, {
        type: "stretch",
        stretch: { start: 1, samples: new Float32Array(9), sampleRate: 48_000 },
      }),
    ).toEqual({
      type: "failed",
      message: "a stretch of 48000 Hz after 16000 Hz",
    });
  });
});
