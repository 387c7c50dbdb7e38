import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDrillLink } from "../../src/drill/link.ts";
import { type DrillSettings, defaultRounds } from "../../src/drill/settings.ts";
import { dateOfDay, dayOfDate, daysAfter } from "../../src/lib/calendarDay.ts";
import { s } from "../../src/lib/units.ts";
import type { TakeFacts } from "../../src/progress/facts.ts";
import { drillAddress, nextToWorkOn } from "../../src/progress/next.ts";
import { always, uuid } from "../support/builders.ts";
import { anyHistory, facts, factsAt, type Told } from "../support/history.ts";

const kinds = ["blank", "cold-stare", "cut-in", "wrong-face"];
const monday = dayOfDate("2026-01-05");
const take = (at: number, changes: Partial<Told>): TakeFacts =>
  facts({
    id: uuid(100 + at),
    rating: null,
    started: { local: `${dateOfDay(daysAfter(monday, at * 7))}T10:00:00`, utcOffset: 0 },
    ...changes,
  });
const cues = (kind: string, ...recoveries: (number | null)[]) =>
  recoveries.map((recovery, at) => ({ kind, at, recovery, held: recovery === null }));
const next = (...takes: TakeFacts[]) => nextToWorkOn(takes, "en", kinds);

const slow = cues("cold-stare", 4.1, 3.9, 5, 4.4, 3.6, 4.2);
const quick = cues("cut-in", 1.9, 2, 1.7, 2.2, 1.8, 1.9);

describe("what to work on next", () => {
  it("is the kind of cue that costs most, with the numbers it rests on", () =>
    expect(next(take(0, { cues: slow }), take(1, { cues: quick }))).toEqual({
      reason: "slow-recovery",
      cue: "cold-stare",
      median: 4.15,
      others: 1.9,
      count: 6,
      othersCount: 6,
      language: "en",
      drill: {
        support: "title",
        cues: ["cold-stare"],
        rounds: [
          { prepareFor: s(10), speakFor: s(90), pressure: 3 },
          { prepareFor: s(0), speakFor: s(120), pressure: 3 },
        ],
      },
    }));

  it.each<[string, TakeFacts[]]>([
    ["nothing was recorded", []],
    ["there are only five cues of it", [take(0, { cues: [...slow.slice(1), ...quick] })]],
    ["there is nothing to hold it against", [take(0, { cues: slow })]],
    [
      "the difference is small",
      [take(0, { cues: [...quick, ...cues("blank", 2.3, 2.4, 2.2, 2.3, 2.4, 2.3)] })],
    ],
    ["it may be chance", [take(0, { cues: [...quick, ...cues("blank", 1, 1.1, 2.1, 7, 8, 9)] })]],
    ["everything held", [take(0, { cues: [...cues("blank", ...Array(9).fill(null)), ...quick] })]],
    ["it was in the other language", [take(0, { cues: [...slow, ...quick], language: "zh-CN" })]],
    [
      "that kind is switched off or gone",
      [take(0, { cues: [...quick, ...slow.map((cue) => ({ ...cue, kind: "gong" }))] })],
    ],
  ])("is nothing when %s", (_, takes) => expect(next(...takes)).toBeNull());

  it("looks at what is recent: what has long been mended is not brought up again", () => {
    const old = take(0, { cues: [...slow, ...quick] });
    const since = Array.from({ length: 40 }, (_, at) =>
      take(1 + at, { cues: [...cues("cold-stare", 1.9), ...cues("cut-in", 1.9)] }),
    );
    expect(next(old, ...since)).toBeNull();
  });

  it("is the scale rated lowest, when the recoveries say nothing", () => {
    const takes = Array.from({ length: 8 }, (_, at) =>
      take(at, { rating: { opening: 4, thread: 4, close: 2 } }),
    );
    expect(next(...takes)).toMatchObject({
      reason: "low-rating",
      scale: "close",
      median: 2,
      others: 4,
      count: 8,
    });
    expect(next(...takes.slice(0, 5))).toBeNull();
  });

  it("is the start, when the first words come later and later", () => {
    const takes = [1, 1.2, 1.3, 1.5, 1.8, 1.9, 2.2, 2.3].map((responseLatency, at) =>
      take(at, { measures: { responseLatency } }),
    );
    expect(next(...takes)).toMatchObject({ reason: "slower-start", weeks: 8, drill: { cues: [] } });
    expect(next(...takes.toReversed().map((one, at) => take(at, { measures: one.measures })))).toBeNull();
  });

  it("is the same whatever order the takes come in", () =>
    always(
      anyHistory.chain(({ takes }) =>
        fc.tuple(
          fc.constant(takes.map((one, at) => factsAt({ ...one, cues: at % 2 ? slow : quick }, 4))),
          fc.shuffledSubarray(
            takes.map((one, at) => factsAt({ ...one, cues: at % 2 ? slow : quick }, 4)),
            { minLength: takes.length },
          ),
        ),
      ),
      ([takes, mixed]) => expect(next(...mixed)?.reason).toBe(next(...takes)?.reason),
      50,
    ));
});

describe("the address of a suggested drill", () => {
  const usual: DrillSettings = { rounds: defaultRounds, support: "title", cues: kinds };
  const read = (drill: DrillSettings) =>
    readDrillLink(drillAddress(drill, "zh-CN").replace("#/drill?", ""), usual, kinds);

  it("starts that drill", () => {
    const suggestion = next(take(0, { cues: slow }), take(1, { cues: quick }));
    if (!suggestion) throw new Error("there is one");
    const link = read(suggestion.drill);
    expect(link).toMatchObject({ problems: [], language: "zh-CN", daily: false });
    expect(link.settings).toEqual({
      support: "title",
      cues: ["cold-stare"],
      rounds: [1, 2].map(() => ({ prepareFor: s(0), speakFor: s(120), pressure: 3 })),
    });
  });
  it("may be one without cues", () =>
    expect(
      read({ rounds: [{ prepareFor: s(0), speakFor: s(60), pressure: 0 }], support: "one", cues: [] })
        .settings,
    ).toEqual({
      rounds: [{ prepareFor: s(0), speakFor: s(60), pressure: 0 }],
      support: "one",
      cues: [],
    }));
});
