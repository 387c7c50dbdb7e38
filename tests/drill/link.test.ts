import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { cueKinds } from "../../src/cues/index.ts";
import { handsOf } from "../../src/deal/hand.ts";
import { readDrillLink, writeDrillLink } from "../../src/drill/link.ts";
import { type Plan, planDrill } from "../../src/drill/plan.ts";
import {
  type DrillSettings,
  defaultRounds,
  type Pressure,
  supports,
  usualRounds,
} from "../../src/drill/settings.ts";
import { s } from "../../src/lib/units.ts";
import { aDeck, always, aPlan } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of tries take their time on a busy machine, and that is no failure

const kinds = ["blank", "cold-stare", "cut-in"];
const usual: DrillSettings = { rounds: defaultRounds, support: "title", cues: kinds };
const read = (query: string) => readDrillLink(query, usual, kinds);

describe("an address", () => {
  it("may say everything", () =>
    expect(
      read(
        "seed=42&rounds=1&prep=0&speak=20&pressure=3&deck=en/saas&lang=en&support=title&cues=cut-in,blank",
      ),
    ).toEqual({
      seed: 42,
      daily: false,
      language: "en",
      decks: ["en/saas"],
      settings: {
        rounds: [{ prepareFor: 0, speakFor: s(20), pressure: 3 }],
        support: "title",
        cues: ["blank", "cut-in"],
      },
      problems: [],
    }));
  it("may say nothing: what is missing comes from settings", () =>
    expect(read("")).toEqual({ daily: false, settings: usual, problems: [] }));
  it("may ask for the day's own drill", () => expect(read("daily").daily).toBe(true));
  it("may ask for more rounds than there usually are", () =>
    expect(read("rounds=5").settings.rounds).toEqual(usualRounds(5)));
  it("may change one thing in every round, and leave the rest", () =>
    expect(read("speak=30").settings.rounds).toEqual(
      defaultRounds.map((round) => ({ ...round, speakFor: s(30) })),
    ));
  it("may say a pressure for each round", () =>
    expect(read("pressure=1,0,5").settings.rounds.map(({ pressure }) => pressure)).toEqual([1, 0, 5]));
  it("may say the levels it was planned for, and leaves out what is none", () => {
    expect(read("levels=blank:1,cut-in:5,sneeze:6,:2,x").settings.levels).toEqual({ blank: 1, "cut-in": 5 });
    expect(read("levels=").settings.levels).toEqual({});
    expect(read("").settings).not.toHaveProperty("levels");
  });
  it("may name decks one by one or in a row", () =>
    expect(read("deck=en/saas,en/price&deck=en/general").decks).toEqual([
      "en/saas",
      "en/price",
      "en/general",
    ]));
  it("may allow no cue at all", () =>
    expect(read("cues=")).toMatchObject({ settings: { cues: [] }, problems: [] }));
  it("may hold what we do not know", () => expect(read("utm_source=mail").problems).toEqual([]));
});

describe("what cannot be used in an address is named, and the usual taken instead", () => {
  it.each([
    ["seed", "-1", { least: 0, most: 4_294_967_295 }],
    ["seed", "4294967296", { least: 0, most: 4_294_967_295 }],
    ["rounds", "0", { least: 1, most: 10 }],
    ["rounds", "11", { least: 1, most: 10 }],
    ["prep", "1.5", { least: 0, most: 600 }],
    ["prep", "601", { least: 0, most: 600 }],
    ["speak", "4", { least: 5, most: 3_600 }],
    ["speak", "1e3", { least: 5, most: 3_600 }],
    ["speak", "", { least: 5, most: 3_600 }],
    ["pressure", "6", { least: 0, most: 5 }],
    ["pressure", "high", { least: 0, most: 5 }],
    ["pressure", "", { least: 0, most: 5 }],
    ["pressure", "1,2", { least: 0, most: 5 }], // for three rounds
    ["lang", "fr", ["en", "zh-CN"]],
    ["support", "seven", [...supports]],
    ["cues", "sneeze", kinds],
  ])("%s=%s", (parameter, value, expected) =>
    expect(read(`${parameter}=${value}`)).toEqual({
      daily: false,
      settings: usual,
      problems: [{ parameter, value, expected }],
    }),
  );
  it("except for the words it does know", () =>
    expect(read("cues=blank,sneeze,blank")).toMatchObject({
      settings: { cues: ["blank"] },
      problems: [{ parameter: "cues", value: "blank,sneeze,blank" }],
    }));
  it("and all of it is", () =>
    expect(
      read("seed=x&rounds=x&lang=x")
        .problems.map(({ parameter }) => parameter)
        .toSorted(),
    ).toEqual(["lang", "rounds", "seed"]));
  it("up to the limits themselves", () =>
    expect(read("seed=4294967295&rounds=10&prep=600&speak=3600&pressure=5").problems).toEqual([]));
});

describe("titles in an address", () => {
  it("are named by deck and id, a title and a spare one for each round", () =>
    expect(read("rounds=1&titles=en/saas:a-b,own/mine-x1y2z3:c")).toMatchObject({
      titles: ["en/saas#a-b", "own/mine-x1y2z3#c"],
      problems: [],
    }));
  it.each(["", "en/saas:a", "en/saas:a,en/saas:b,en/saas:c"])(
    "are left aside when there are not two for each round: %s",
    (value) => {
      const link = read(`rounds=1&titles=${value}`);
      expect(link.titles).toBeUndefined();
      expect(link.problems).toEqual([{ parameter: "titles", value, expected: "titles" }]);
    },
  );
  it("may be of decks that are not here: whoever deals says so", () => {
    expect(read("rounds=1&titles=nonsense,:").titles).toEqual(["#nonsense", "#"]);
    expect(handsOf(["#nonsense", "#"], [aDeck("en/a", 3)])).toBeNull();
  });
});

describe("an outline takes time to be written", () => {
  it("unless the address says how long there is", () => {
    expect(read("support=five").settings.rounds.map(({ prepareFor }) => prepareFor)).toEqual([
      s(75),
      s(75),
      s(75),
    ]);
    expect(read("support=five&prep=5").settings.rounds[0]?.prepareFor).toBe(s(5));
    expect(read("support=title").settings.rounds).toEqual(defaultRounds);
  });
});

describe("a plan's address", () => {
  const query = (plan: Plan) => writeDrillLink(plan).replace("#/drill?", "");
  it("can be read by a person", () =>
    expect(writeDrillLink(aPlan({ prepareFor: s(0), speakFor: s(20), pressure: 3 }))).toBe(
      "#/drill?seed=7&rounds=1&lang=en&prep=0&speak=20&pressure=3&support=title&titles=en/nature:bees,en/nature:wasps&cues=blank,cold-stare,cut-in",
    ));
  it("leaves out the rounds' settings when they are the usual ones", () =>
    expect(writeDrillLink(aPlan(...defaultRounds))).not.toMatch(/prep|speak|pressure/));
  it("makes usual rounds of rounds that differ in a way it cannot say", () => {
    const mixed = aPlan({ speakFor: s(20), pressure: 0 }, { speakFor: s(30), pressure: 2 });
    expect(read(query(mixed)).settings.rounds).toEqual(usualRounds(2));
  });
  it("of a plan without rounds says so", () =>
    expect(writeDrillLink({ ...aPlan(), rounds: [] })).toContain("rounds=0"));
  it("deals a colleague the same drill, whoever made it and however", () => {
    const decks = [aDeck("en/a", 30, 5), aDeck("zh-CN/b-2", 30, 5)];
    const ids = cueKinds.map(({ id }) => id);
    const anyRound = fc.record({
      prepareFor: fc.nat(600).map(s),
      speakFor: fc.integer({ min: 5, max: 3_600 }).map(s),
      pressure: fc.constantFrom<Pressure>(0, 1, 2, 3, 4, 5),
    });
    const count = fc.integer({ min: 1, max: 10 });
    const anySupport = fc.constantFrom(...supports);
    const anyDrill = fc.record({
      rounds: fc.oneof(
        count.map((rounds) => rounds), // as many of the usual ones
        fc.tuple(count, anyRound).map(([times, round]) => Array.from({ length: times }, () => round)),
      ),
      support: anySupport,
      cues: fc.subarray(ids),
      levels: fc.option(
        fc.dictionary(fc.constantFrom(...ids), fc.constantFrom<Pressure>(0, 1, 2, 3, 4, 5), { minKeys: 1 }),
        { nil: undefined },
      ),
      pressures: fc.array(fc.constantFrom<Pressure>(0, 1, 2, 3, 4, 5), { minLength: 10, maxLength: 10 }),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      language: fc.constantFrom("en" as const, "zh-CN" as const),
    });
    always(
      anyDrill,
      ({ rounds: asked, support, cues, seed, language, levels, pressures }) => {
        const rounds = (typeof asked === "number" ? usualRounds(asked, support) : asked).map(
          (round, index) => (levels ? { ...round, pressure: pressures[index] ?? round.pressure } : round),
        );
        const settings = { rounds, support, cues, ...(levels ? { levels } : {}) };
        const plan = planDrill(settings, decks, cueKinds, language, seed);
        const link = readDrillLink(query(plan), usual, ids);
        expect(link.problems).toEqual([]);
        const hands = handsOf(link.titles ?? [], decks) ?? [];
        const again = planDrill(
          link.settings,
          decks,
          cueKinds,
          link.language ?? "en",
          link.seed ?? -1,
          hands,
        );
        expect(again).toEqual(plan);
      },
      100,
    );
  });
});
