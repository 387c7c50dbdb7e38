import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCueSheet } from "../../src/measure/cueSheet.ts";
import { paceOf, paceWithin } from "../../src/measure/pace.ts";
import { longPauses, silentPauses } from "../../src/measure/pauses.ts";
import { around, type Cue, effectOf, ownSpeech, resumption } from "../../src/measure/recovery.ts";
import { joined, type Span, totalOf, without } from "../../src/measure/spans.ts";
import { always } from "../support/builders.ts";

const cutIn = (at: number, until: number, leak = false): Cue => ({ kind: "cut-in", at, until, leak });
const stare = (at: number): Cue => ({ kind: "cold-stare", at, until: null });
const END = 60;

describe("a cut-in", () => {
  it("that stops a speaker: how long until they let the client in, and from its end until they go on", () =>
    expect(
      effectOf(
        [
          [1, 5.4],
          [8.2, 12],
        ],
        cutIn(5, 7),
        END,
      ),
    ).toEqual({
      kind: "cut-in",
      at: 5,
      until: 7,
      stopLatency: expect.closeTo(0.4),
      recovery: expect.closeTo(1.2),
      held: false,
    }));

  it("that is talked through, past its end and for two seconds at least, broke nothing", () => {
    expect(effectOf([[1, 12]], cutIn(5, 7), END)).toMatchObject({
      held: true,
      stopLatency: null,
      recovery: null,
    });
    expect(
      effectOf(
        [
          [1, 6.9],
          [9, 12],
        ],
        cutIn(5, 5.5),
        END,
      ),
    ).toMatchObject({ held: false, recovery: 3.5 });
    expect(
      effectOf(
        [
          [1, 7.1],
          [9, 12],
        ],
        cutIn(5, 5.5),
        END,
      ),
    ).toMatchObject({ held: true, recovery: null });
  });

  it("is not answered by a closure: a gap under 250 ms is no stop, and no new beginning", () =>
    expect(
      effectOf(
        [
          [1, 5.5],
          [5.7, 5.9],
          [8, 12],
        ],
        cutIn(5, 7),
        END,
      ),
    ).toMatchObject({
      stopLatency: expect.closeTo(0.9),
      recovery: 1,
    }));

  it("into a pause stops nobody, and can still be recovered from", () =>
    expect(
      effectOf(
        [
          [1, 4],
          [8, 12],
        ],
        cutIn(5, 7),
        END,
      ),
    ).toMatchObject({ stopLatency: null, recovery: 1 }));

  it("that the speaker takes back before it is over was recovered from at once", () =>
    expect(
      effectOf(
        [
          [1, 5.4],
          [6, 12],
        ],
        cutIn(5, 7),
        END,
      ),
    ).toMatchObject({ recovery: 0, held: false }));

  it("that nobody answers before the next cue, or the end, has no recovery", () => {
    expect(
      effectOf(
        [
          [1, 5.4],
          [20, 22],
        ],
        cutIn(5, 7),
        15,
      ),
    ).toMatchObject({ recovery: null, held: false });
    expect(effectOf([[1, 5.4]], cutIn(5, 7), END)).toMatchObject({
      stopLatency: expect.closeTo(0.4),
      recovery: null,
    });
    expect(effectOf([], cutIn(5, 7), END)).toMatchObject({ stopLatency: null, recovery: null, held: false });
  });
});

describe("a silent cue", () => {
  it("counts recovery from its onset, and has no stop latency", () =>
    expect(
      effectOf(
        [
          [1, 5.4],
          [8, 12],
        ],
        stare(5),
        END,
      ),
    ).toMatchObject({ stopLatency: null, recovery: 3 }));
  it("broke nothing when the speaker went on for two seconds", () =>
    expect(
      effectOf(
        [
          [1, 7],
          [8, 12],
        ],
        stare(5),
        END,
      ),
    ).toMatchObject({ held: true, recovery: null }));
});

describe("a client's voice that leaked into the recording", () => {
  const cue = cutIn(5, 7, true);
  it("is taken out of the speaker's speech, with the echo that follows it", () => {
    expect(
      ownSpeech(
        [
          [1, 7.1],
          [8, 12],
        ],
        [cue],
      ),
    ).toEqual([
      [1, 5],
      [8, 12],
    ]);
    expect(ownSpeech([[4, 7.3]], [cue])).toEqual([[4, 5]]);
    expect(ownSpeech([[4, 9]], [cue])).toEqual([
      [4, 5],
      [7.15, 9],
    ]);
  });
  it("is left alone when it did not leak", () =>
    expect(ownSpeech([[1, 7.1]], [cutIn(5, 7)])).toEqual([[1, 7.1]]));
  it("leaves the stop latency unknown, and the recovery known", () => {
    const own = ownSpeech(
      [
        [1, 7.1],
        [8, 12],
      ],
      [cue],
    );
    expect(effectOf(own, cue, END)).toMatchObject({ stopLatency: null, recovery: 1, held: false });
  });
});

describe("what lies around a cue", () => {
  const speech: Span[] = [
    [0, 10],
    [12, 22],
  ];
  const nuclei = Array.from({ length: 40 }, (_, index) => (index < 20 ? index / 2 : 12 + (index - 20) / 2));
  it("is set against each other, fifteen seconds at most either side", () => {
    const { before, after } = around(speech, nuclei, cutIn(10, 11), 40);
    expect(before).toMatchObject({ span: [0, 10], speechRate: 2, phonationTimeRatio: 1, pauses: 0 });
    expect(after).toMatchObject({ span: [11, 26], articulationRate: 2, speechRate: 20 / 15 });
  });
  it("is unknown when there is less than five seconds of it", () => {
    expect(around(speech, nuclei, cutIn(4, 5), 40).before).toBeNull();
    expect(around(speech, nuclei, cutIn(30, 38), 40).after).toBeNull();
    expect(paceWithin(speech, nuclei, [22, 32])).toMatchObject({ speechRate: null, phonationTimeRatio: 0 });
  });
});

describe("pauses and pace", () => {
  it("a pause is 250 ms or more, inside the talk, and long from a second", () => {
    const pauses = silentPauses([
      [1, 2],
      [2.25, 3],
      [3.2, 4],
      [5, 6],
    ]);
    expect(pauses).toEqual([
      [2, 2.25],
      [4, 5],
    ]);
    expect(longPauses(pauses)).toEqual([[4, 5]]);
  });

  it("rates are over the talk, over the speech, and over the runs between pauses", () =>
    expect(
      paceOf(
        [
          [1, 3],
          [4, 6],
        ],
        Array.from({ length: 16 }, (_, index) => index),
      ),
    ).toEqual({
      speechRate: 16 / 5,
      articulationRate: 4,
      phonationTimeRatio: 0.8,
      meanLengthOfRun: 8,
    }));

  it("with less than three seconds of speech there is no rate", () =>
    expect(Object.values(paceOf([[1, 3.9]], [1, 2, 3]))).toEqual([null, null, null, null]));

  const spans = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), { maxLength: 12 })
    .map((parts) => {
      let at = 0;
      return parts.map(([gap, length]): Span => {
        const start = at + gap;
        at = start + length;
        return [start / 100, at / 100];
      });
    });

  it("speech and pauses make up the talk, but for closures", () =>
    always(spans, (speech) => {
      const runs = joined(speech, 0.25);
      const talk = (runs.at(-1)?.[1] ?? 0) - (runs[0]?.[0] ?? 0);
      expect(totalOf(runs) + totalOf(silentPauses(speech))).toBeCloseTo(talk, 6);
    }));

  it("what is masked is gone, and nothing else is", () =>
    always(fc.tuple(spans, spans), ([speech, masks]) => {
      const rest = without(speech, masks);
      const hundredths = (all: readonly Span[]) =>
        new Set(
          all.flatMap(([a, b]) =>
            Array.from({ length: Math.round((b - a) * 100) }, (_, k) => Math.round(a * 100) + k),
          ),
        );
      const gone = hundredths(masks);
      expect([...hundredths(rest)]).toEqual([...hundredths(speech)].filter((at) => !gone.has(at)));
    }));

  it("a resumption lies after its cue, before the next, and follows 250 ms of silence", () =>
    always(fc.tuple(spans, fc.integer({ max: 2_000, min: 0 })), ([speech, at]) => {
      const cue = cutIn(at / 100, at / 100 + 1);
      const resumed = resumption(speech, cue, END);
      if (resumed === null) return;
      expect(resumed).toBeGreaterThan(cue.at - 0.051);
      expect(resumed).toBeLessThan(END);
      const before = speech.filter(([start]) => start < resumed).at(-1)?.[1] ?? 0;
      expect(resumed - before).toBeGreaterThan(0.2499);
    }));
});

describe("a sheet of cues", () => {
  it("is a list, or a record that has one: a take's own will do", () => {
    const cues = [
      { kind: "cut-in", at: 4, until: 5 },
      { kind: "blank", at: 9 },
    ];
    const read = [
      { ...cues[0], silent: false, leak: false },
      { ...cues[1], until: null, silent: false, leak: false },
    ];
    expect(readCueSheet(cues)).toEqual({ cues: read });
    expect(readCueSheet({ version: 1, goAt: 0.4, cues })).toEqual({ cues: read, goAt: 0.4 });
  });

  it("takes a cue of a take for silent when the client said nothing", () => {
    const cue = { kind: "blank", at: 1, until: 5 };
    const { cues } = readCueSheet([cue, { ...cue, line: null }, { ...cue, line: { text: "And?" } }]);
    expect(cues.map(({ silent }) => silent)).toEqual([false, true, false]);
  });

  it("takes only those turns for leaked that say so themselves: not every client is heard", () => {
    const sheet = readCueSheet({
      microphone: { echoCancellation: false, label: "" },
      cues: [
        { kind: "cut-in", at: 1, until: 2 },
        { kind: "cut-in", at: 4, until: 5, leak: true },
      ],
    });
    expect(sheet.cues.map(({ leak }) => leak)).toEqual([false, true]);
  });

  it.each([
    [null, "the whole file"],
    [{ cues: 3 }, "cues"],
    [[{ kind: "cut-in", at: -1 }], "cues.0.at"],
    [[{ at: 1 }], "cues.0.kind"],
  ])("says what is wrong with %j, and where", (value, words) =>
    expect(() => readCueSheet(value)).toThrow(words),
  );
});

describe("a cue in which the client says nothing", () => {
  const silent: Cue = { kind: "blank", at: 4, until: 8, silent: true };

  it("is recovered from since it came, though it still lasts", () =>
    expect(
      effectOf(
        [
          [0, 4.5],
          [6, 9],
        ],
        silent,
        10,
      ),
    ).toMatchObject({ until: 8, recovery: 2, held: false }));

  it("has nobody to be let in, and is held through once one has talked on", () => {
    expect(
      effectOf(
        [
          [0, 4.5],
          [6, 9],
        ],
        silent,
        10,
      ).stopLatency,
    ).toBeNull();
    expect(
      effectOf(
        [
          [0, 4.5],
          [6, 9],
        ],
        { ...silent, silent: false },
        10,
      ).stopLatency,
    ).toBe(0.5);
    expect(effectOf([[0, 6.5]], silent, 10)).toMatchObject({ held: true, recovery: null });
    expect(effectOf([[0, 6.5]], { ...silent, silent: false }, 10).held).toBe(false);
  });
});
