import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, nextQuestion, questionRecords, worstFirst } from "../../src/rehearse/hotSeat.ts";
import { missedLastTime, mustSayRecords } from "../../src/rehearse/mustSay.ts";
import { readinessOf } from "../../src/rehearse/readiness.ts";
import type { Answer } from "../../src/rehearse/rehearsal.ts";
import { always, uuid } from "../support/builders.ts";
import { aRehearsal, aRun, delay, price, proof, risk, saving } from "../support/rehearsals.ts";

const questions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: uuid(600 + at),
    text: `Question ${at}?`,
    from: "typed" as const,
  }));
const answer = (question: { id: string }, rating: number | null, latency: number | null = null): Answer => ({
  question: question.id,
  at: 60,
  latency,
  rating,
});

/** Sits through a hot seat, rating as told; gives up at a hundred questions. */
function sit(count: number, seed: number, rate: (question: string, times: number) => number | null): Asked[] {
  const asked: Asked[] = [];
  for (let more = 0; more < 100; more++) {
    const question = nextQuestion(questions(count), asked, seed);
    if (!question) return asked;
    const times = asked.filter((one) => one.question === question.id).length;
    asked.push({ question: question.id, rating: rate(question.id, times) });
  }
  throw new Error("a hot seat without end");
}

describe("the hot seat", () => {
  it("asks everything once, and ends, when all goes well or nothing is rated", () =>
    always(
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.nat(), fc.constantFrom(3, 5, null)),
      ([count, seed, mark]) => {
        const asked = sit(count, seed, () => mark).map(({ question }) => question);
        expect(asked.toSorted()).toEqual(questions(count).map(({ id }) => id));
      },
    ));

  it("asks what went badly again, until it goes well or was asked three times, never twice running while there is another", () =>
    always(
      fc.record({
        count: fc.integer({ min: 1, max: 8 }),
        seed: fc.nat(),
        marks: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 24, maxLength: 24 }),
      }),
      ({ count, seed, marks }) => {
        const mark = (id: string, times: number) =>
          marks[(Number.parseInt(id.slice(-3), 16) * 3 + times) % 24] ?? 5;
        const asked = sit(count, seed, mark);
        for (const { id } of questions(count)) {
          const given = asked.filter(({ question }) => question === id).map(({ rating }) => rating ?? 0);
          expect(given.length).toBeLessThanOrEqual(3);
          expect(given.slice(0, -1).every((rating) => rating <= 2)).toBe(true);
          expect((given.at(-1) ?? 0) > 2 || given.length === 3).toBe(true);
        }
        // Everything comes once before anything comes twice.
        expect(new Set(asked.slice(0, count).map(({ question }) => question)).size).toBe(count);
        for (const [index, { question }] of asked.entries()) {
          if (asked[index - 1]?.question !== question) continue;
          const others = asked.slice(index).some((one) => one.question !== question);
          expect(others).toBe(false);
        }
      },
    ));

  it("is shuffled by its seed, and not by the order on the list", () => {
    const orders = Array.from({ length: 40 }, (_, seed) =>
      sit(5, seed, () => 5)
        .map(({ question }) => question)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(25);
    expect(
      sit(5, 7, () => 5)
        .map(({ question }) => question)
        .join(),
    ).toBe(orders[7]);
    expect(nextQuestion(questions(5).toReversed(), [], 7)).toEqual(nextQuestion(questions(5), [], 7));
  });
});

describe("the worst questions", () => {
  it("are those rated badly, then those never met, then those never rated, then the rest", () => {
    const four = questions(4);
    const [badly, slow, well] = [four[0] ?? price, four[1] ?? price, four[2] ?? price];
    const runs = [
      aRun({ answers: [answer(badly, 5), answer(well, 1), answer(slow, null, 4)] }),
      aRun({ answers: [answer(badly, 1), answer(well, 4)] }),
    ];
    expect(worstFirst(four, runs).map(({ id }) => id)).toEqual(
      [badly, four[3], slow, well].map((one) => one?.id),
    );
  });
  it("are the slow ones among equals", () => {
    const runs = [aRun({ answers: [answer(price, 3, 1), answer(proof, 3, 3), answer(delay, 3, 2)] })];
    expect(worstFirst([price, proof, delay], runs)).toEqual([proof, delay, price]);
  });
  it("have a record: how often met, the latest mark, the usual time to the first words", () => {
    const runs = [
      aRun({ answers: [answer(price, 2, 3)] }),
      aRun({ answers: [answer(price, null, 1), answer(price, 4, null)] }),
    ];
    expect(questionRecords([price, proof], runs)).toEqual([
      { question: price, met: 3, rating: 4, latency: 2 },
      { question: proof, met: 0, rating: null, latency: null },
    ]);
  });
});

describe("must-say points", () => {
  const tick = (point: { id: string }, at: number) => ({ point: point.id, at });

  it("are missed when a whole talk that was looked through has not got them", () => {
    const runs = [
      aRun({ take: uuid(1), ticks: [tick(saving, 100), tick(risk, 600)] }),
      aRun({ take: uuid(2), ticks: [tick(saving, 200)] }),
      aRun({ take: uuid(3), ticks: null }), // nobody has looked
      aRun({ take: uuid(4), ticks: [], way: "opening" }), // cannot miss what comes later
    ];
    expect(mustSayRecords(aRehearsal({ runs }))).toEqual([
      {
        point: saving,
        said: 2,
        lookedThrough: 2,
        missedLast: false,
        usually: null,
        last: { take: uuid(2), at: 200 },
      },
      {
        point: risk,
        said: 1,
        lookedThrough: 2,
        missedLast: true,
        usually: null,
        last: { take: uuid(1), at: 600 },
      },
    ]);
    expect(missedLastTime(aRehearsal({ runs }))).toEqual([risk]);
  });

  it("usually come somewhere, from the third run on, as a share of the talk's own length", () => {
    const runs = [120, 240, 360].map((at, index) =>
      aRun({
        take: uuid(index),
        length: 1_200 * (index + 1),
        ticks: [tick(saving, at * (index + 1)), tick(saving, 3_000)],
      }),
    );
    expect(mustSayRecords(aRehearsal({ runs }))[0]?.usually?.median).toBeCloseTo(0.2, 9);
    expect(mustSayRecords(aRehearsal({ runs: runs.slice(1) }))[0]?.usually).toBeNull();
  });

  it("are neither said nor missed before anything was run", () => {
    expect(mustSayRecords(aRehearsal())[0]).toMatchObject({
      said: 0,
      lookedThrough: 0,
      missedLast: null,
      last: null,
    });
    expect(missedLastTime(aRehearsal())).toEqual([]);
  });
});

describe("readiness", () => {
  it("says what nobody knows yet", () =>
    expect(readinessOf(aRehearsal()).unknown).toEqual([
      { what: "no-full-run" },
      { what: "no-opening-rated" },
      { what: "questions-not-met", count: 3 },
      { what: "points-not-checked" },
    ]));

  it("says what is known, and nothing is left when all of it is", () => {
    const runs = [
      aRun({ way: "opening", length: 60, openingRating: 2 }),
      aRun({ length: 1_500, pressure: 2, openingRating: 4 }),
      aRun({
        length: 1_260,
        pressure: 4,
        ticks: [
          { point: saving.id, at: 60 },
          { point: risk.id, at: 700 },
        ],
        answers: [answer(price, 4, 2), answer(proof, 3, 1), answer(delay, 5, 1.5)],
      }),
    ];
    const readiness = readinessOf(aRehearsal({ runs }));
    expect(readiness).toMatchObject({
      runs: { full: 2, opening: 1, "hot-seat": 0, third: 0, "warm-up": 0 },
      openings: { rated: 2, first: 2, latest: 4 },
      length: { planned: 1_200, latest: 1_260, median: 1_380 },
      hardestPressure: 4,
      unknown: [],
    });
    expect(JSON.stringify(readiness)).not.toMatch(/percent/i);
  });

  it("says what was met and not rated, checked and never said, and that it was all too easy", () => {
    const runs = [aRun({ pressure: 1, openingRating: 3, ticks: [], answers: [answer(price, null)] })];
    expect(readinessOf(aRehearsal({ runs })).unknown).toEqual([
      { what: "questions-not-met", count: 2 },
      { what: "answers-not-rated", count: 1 },
      { what: "points-never-said", count: 2 },
      { what: "no-worst-pressure" },
    ]);
  });

  it("has nothing to say of questions and points there are not", () =>
    expect(
      readinessOf(aRehearsal({ questions: [], mustSay: [], runs: [aRun({ pressure: 3, openingRating: 1 })] }))
        .unknown,
    ).toEqual([]));
});
