import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { cueKinds } from "../../src/cues/index.ts";
import { type CueKind, cueKind, LONGEST_CUE } from "../../src/cues/kind.ts";
import { deal } from "../../src/deal/deal.ts";
import {
  FLOOR,
  kindsIn,
  MARGIN,
  type PlannedCue,
  planCues,
  planDrill,
  softened,
  withoutKinds,
  withSupport,
} from "../../src/drill/plan.ts";
import { type DrillSettings, defaultRounds, type Pressure, usualRounds } from "../../src/drill/settings.ts";
import { seeded } from "../../src/lib/random.ts";
import { type Ms, ms, s } from "../../src/lib/units.ts";
import type { Line } from "../../src/prompts/deck.ts";
import { aDeck, aKind, always, own } from "../support/builders.ts";

vi.setConfig({ testTimeout: 60_000 }); // thousands of plans take their time on a busy machine, and that is no failure

/** Any kind that `cueKind` lets pass. */
const anyKind = (index: number): fc.Arbitrary<CueKind> =>
  fc
    .record({
      spoken: fc.boolean(),
      strikes: fc.constantFrom<CueKind["strikes"]>("mid-speech", "at-once"),
      patience: fc.integer({ min: 0, max: 20_000 }).map(ms),
      most: fc.integer({ min: 1, max: LONGEST_CUE }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      carriedOn: fc.constantFrom(null, s(1), s(3)),
      notBefore: fc.constantFrom(0, 0, 0, 12_000, 40_000).map(ms),
      timeLeft: fc.constantFrom(0, 0, 0, 9_000, 30_000).map(ms),
      clock: fc.constantFrom<CueKind["clock"]>(null, null, { leaves: 0.5 }, { extra: s(20) }),
    })
    .map(({ most, share, carriedOn, ...rest }) => {
      const least = ms(Math.max(1, Math.round(most * share)));
      return cueKind(aKind(`kind-${index}`, { ...rest, ending: { least, most: ms(most), carriedOn } }));
    });
const anyKinds = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyKind(index))));
const pressures = [1, 2, 3, 4, 5] as const;
const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_, at) => ({ deck: "en/a", cue: "any", text: `Line ${at}` }));

/** Any round there can be: seeds, kinds, lengths from a breath to an hour, every pressure, few lines or many. */
const anyRound = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  kinds: anyKinds,
  speakFor: fc
    .oneof(
      { weight: 9, arbitrary: fc.integer({ min: 5_000, max: 300_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 3_600_000 }) },
    )
    .map(ms),
  pressure: fc.constantFrom<Pressure>(...pressures),
  lineCount: fc.integer({ min: 0, max: 12 }),
  levels: fc.option(
    fc.dictionary(fc.constantFrom("kind-0", "kind-1", "kind-2"), fc.constantFrom<Pressure>(...pressures, 0)),
    { nil: undefined },
  ),
});
type AnyRound = typeof anyRound extends fc.Arbitrary<infer Round> ? Round : never;
const cuesOf = ({ kinds, speakFor, pressure, lineCount, seed, levels }: AnyRound) =>
  planCues(kinds, speakFor, pressure, () => own(lines(lineCount)), seeded(seed), levels);
/** The moments at which a kind may strike in a round: none when the first lies behind the last. */
const mayStrike = ({ notBefore, timeLeft }: CueKind, speakFor: Ms): readonly [number, number] => [
  Math.max(MARGIN, notBefore),
  speakFor - Math.max(MARGIN, timeLeft),
];

/** Each cue with the one after it. */
const pairs = (cues: readonly PlannedCue[]) =>
  cues.slice(1).map((after, index) => [cues[index] as PlannedCue, after] as const);

describe("the cues of any round", () => {
  it("keep 8 s of quiet between them, and 5 s to either end", () =>
    expect([FLOOR, MARGIN]).toEqual([s(8), s(5)]));
  /** A rule that no cue of any round breaks; `broken` picks the ones that do. */
  const none = (broken: (cues: readonly PlannedCue[], round: AnyRound) => readonly unknown[]) => () =>
    always(anyRound, (round) => expect(broken(cuesOf(round), round)).toEqual([]), 1_000);
  const kindOf = ({ kinds }: AnyRound, { kind }: PlannedCue) => kinds.find(({ id }) => id === kind);
  it(
    "have windows that neither begin in the first 5 s nor close in the last",
    none((cues, { speakFor }) =>
      cues.filter(
        ({ earliest, latest }) => !(MARGIN <= earliest && earliest <= latest && latest <= speakFor - MARGIN),
      ),
    ),
  );
  it(
    "come at least 8 s after the window before has closed",
    none((cues) => pairs(cues).filter(([cue, after]) => after.earliest - cue.latest < FLOOR)),
  );
  it(
    "can never outlast the quiet before the next",
    none((cues) => pairs(cues).filter(([cue, after]) => cue.latest + cue.most >= after.earliest)),
  );
  it(
    "end between their shortest and their longest time",
    none((cues) => cues.filter(({ least, most }) => !(0 < least && least <= most))),
  );
  it(
    "wait no longer in their window than their kind has patience for",
    none((cues, round) =>
      cues.filter(
        (cue) =>
          cue.latest - cue.earliest > 1 + (round.levels ? 1.45 : 1) * (kindOf(round, cue)?.patience ?? -1),
      ),
    ),
  );
  it(
    "are never of one kind three times running, unless it is the only one",
    none((cues, { kinds }) =>
      cues.filter(
        ({ kind }, at) => kinds.length > 1 && kind === cues[at + 1]?.kind && kind === cues[at + 2]?.kind,
      ),
    ),
  );
  it("are at least one when there is room for it", () =>
    always(
      anyRound,
      (round) => {
        const room = round.kinds.some((kind) => {
          const [first, last] = mayStrike(kind, round.speakFor);
          return first <= last;
        });
        expect(cuesOf(round).length > 0).toBe(round.speakFor > 2 * MARGIN && room);
      },
      1_000,
    ));
  it(
    "strike neither sooner in a round than their kind may, nor later",
    none((cues, round) =>
      cues.filter((cue) => {
        const kind = kindOf(round, cue);
        const [first, last] = kind ? mayStrike(kind, round.speakFor) : [1, 0];
        return cue.earliest < first || cue.latest > last;
      }),
    ),
  );
  it(
    "change the clock as their kind does, and leave some of it",
    none((cues, round) =>
      cues.filter((cue) => {
        const change = kindOf(round, cue)?.clock ?? null;
        if (change === null || !cue.clock) return (cue.clock ?? null) !== change;
        if ("extra" in cue.clock) return !("extra" in change && change.extra === cue.clock.extra);
        return !("leaves" in change && cue.clock.leaves > 0 && cue.clock.leaves < 1);
      }),
    ),
  );
  it(
    "say no line twice while there are others",
    none((cues, { lineCount }) => {
      const said = cues.flatMap(({ line }) => line?.text ?? []).slice(0, lineCount);
      return said.filter((text, at) => said.indexOf(text) !== at);
    }),
  );
  it(
    "say lines only where their kind speaks, and are silent when there are none",
    none((cues, round) =>
      cues.filter((cue) => (cue.line !== null) !== (kindOf(round, cue)?.spoken && round.lineCount > 0)),
    ),
  );
  it(
    "strike at whole milliseconds",
    none((cues) =>
      cues.filter(({ earliest, latest }) => !(Number.isInteger(earliest) && Number.isInteger(latest))),
    ),
  );
  it("keep 8 s of quiet, and 5 s at both ends: the numbers the rules above are told in", () =>
    expect({ FLOOR, MARGIN }).toEqual({ FLOOR: s(8), MARGIN: s(5) }));
  it("are the same for the same seed", () =>
    always(
      anyRound,
      (round) => expect(JSON.stringify(cuesOf(round))).toBe(JSON.stringify(cuesOf(round))),
      1_000,
    ));
});

describe("pressure", () => {
  const count = (pressure: Pressure, seed: number, speakFor: Ms = s(150)) =>
    planCues(cueKinds, speakFor, pressure, () => own([]), seeded(seed)).length;
  const seeds = Array.from({ length: 1_000 }, (_, seed) => seed);
  it("of 0 plans nothing", () => {
    for (const seed of seeds) expect(count(0, seed, s(3_600))).toBe(0);
  });
  it("without an allowed kind plans nothing", () => {
    for (const seed of seeds) expect(planCues([], s(150), 5, () => own([]), seeded(seed))).toEqual([]);
  });
  it("plans more the higher it is, on average", () => {
    const averages = pressures.map(
      (pressure) => seeds.reduce((sum, seed) => sum + count(pressure, seed), 0) / seeds.length,
    );
    for (const [index, average] of averages.entries())
      expect(averages[index + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(average * 1.2);
    expect(averages[0]).toBeGreaterThan(1);
  });
  const shares = (kinds: readonly CueKind[], levels?: Readonly<Record<string, Pressure>>) => {
    const counts = new Map<string, number>();
    for (const seed of seeds)
      for (const { kind } of planCues(kinds, s(150), 5, () => own([]), seeded(seed), levels))
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const all = [...counts.values()].reduce((sum, each) => sum + each, 0);
    return new Map([...counts].map(([kind, each]) => [kind, each / all]));
  };
  const alike = ["a", "b", "c", "d"].map((id) => aKind(id));
  it("brings kinds that may come at any time about as often as each other", () => {
    for (const each of shares(alike).values()) expect(each).toBeCloseTo(1 / 4, 1); // within 5 points
    expect(shares(alike).size).toBe(4);
  });
  it("brings every kind there is, none ten times as often as another", () => {
    const all = shares(cueKinds);
    expect(all.size).toBe(cueKinds.length);
    expect(Math.max(...all.values())).toBeLessThan(10 * Math.min(...all.values()));
  });
  it("brings weak kinds more often than strong ones, and a kind that was never met in between", () => {
    const by = shares(alike, { a: 0, b: 5, d: 3 });
    const [a = 0, b = 0, c = 0, d = 0] = ["a", "b", "c", "d"].map((kind) => by.get(kind));
    expect(a).toBeGreaterThan(1.2 * c);
    expect(c).toBeGreaterThan(1.1 * d);
    expect(d).toBeGreaterThan(1.5 * b);
  });
  it("makes a strong kind last longer and lie in wait longer than a weak one", () => {
    const stare = aKind("stare", { strikes: "at-once", patience: s(4) });
    const at = (level?: Pressure) =>
      planCues(
        [stare],
        s(600),
        1,
        () => own([]),
        seeded(2),
        level === undefined ? undefined : { stare: level },
      )[0];
    const all = ([0, 1, 2, 3, 4, 5] as const).map((level) => at(level));
    for (const [index, cue] of all.entries()) {
      const harder = all[index + 1];
      if (!cue || !harder) continue;
      expect(harder.least).toBeGreaterThan(cue.least);
      expect(harder.carriedOn).toBeGreaterThan(cue.carriedOn ?? 0);
      expect(harder.latest - harder.earliest).toBeGreaterThan(cue.latest - cue.earliest);
    }
    expect(at(2)).toEqual(at());
  });
  it("cuts more off the clock of a strong speaker", () => {
    const cut = aKind("cut", { clock: { leaves: 0.5 } });
    const leaves = (level: Pressure) =>
      planCues([cut], s(60), 1, () => own([]), seeded(1), { cut: level })[0]?.clock ?? null;
    expect(leaves(2)).toEqual({ leaves: 0.5 });
    const [easy, hard] = [leaves(0), leaves(5)] as { leaves: number }[];
    expect(easy?.leaves).toBeGreaterThan(0.5);
    expect(hard?.leaves).toBeLessThan(0.5);
  });
  it("does not shorten the breath of a blank for a weak speaker", () => {
    const blank = aKind("blank", {
      ending: { least: s(4.5), most: s(7.5), carriedOn: s(2) },
      scene: { expression: "waiting", hides: [], breath: s(4) },
    });
    const [cue] = planCues([blank], s(60), 1, () => own([]), seeded(1), { blank: 0 });
    expect(cue?.least).toBe(s(4));
  });
});

describe("a kind that waits until the speaker is done", () => {
  const silence = aKind("silence", { place: "after", ending: { least: s(5), most: s(7), carriedOn: null } });
  const other = aKind("other");
  const plans = (kinds: readonly CueKind[], pressure: Pressure) =>
    Array.from({ length: 1_000 }, (_, seed) => planCues(kinds, s(60), pressure, () => own([]), seeded(seed)));
  it("comes once at most, last of all, and at the end of the round's time", () => {
    for (const cues of plans([silence, other], 5)) {
      const waiting = cues.filter(({ place }) => place === "after");
      expect(waiting.length).toBeLessThanOrEqual(1);
      if (waiting.length > 0)
        expect(cues.at(-1)).toMatchObject({ kind: "silence", earliest: s(60), latest: s(60) });
    }
  });
  it("comes more often under more pressure, and never without", () => {
    const often = ([0, 1, 3, 5] as const).map(
      (pressure) =>
        plans([silence, other], pressure).filter((cues) => cues.at(-1)?.kind === "silence").length,
    );
    expect(often[0]).toBe(0);
    expect(often[1]).toBeGreaterThan(60); // of 1,000: one in eight or so
    expect(often[2]).toBeGreaterThan(2 * (often[1] ?? 0));
    expect(often[3]).toBeGreaterThan(1.3 * (often[2] ?? 0));
    expect(often[3]).toBeLessThan(800);
  });
  it("always comes where it is the only kind", () => {
    for (const cues of plans([silence], 1)) expect(cues.map(({ kind }) => kind)).toEqual(["silence"]);
  });
});

describe("nobody can feel a cue coming: waits are exponential", () => {
  const means: Readonly<Record<(typeof pressures)[number], number>> = { 1: 45, 2: 27, 3: 16, 4: 9, 5: 5 };
  /**
   * The largest distance between the share of waits below any t and what an exponential distribution says
   * (Kolmogorov and Smirnov). By chance it is over 1.95 / √n once in a thousand samples.
   */
  const distance = (waits: readonly number[], share: (wait: number) => number) => {
    const sorted = waits.toSorted((a, b) => a - b);
    return Math.max(
      ...sorted.map((wait, rank) =>
        Math.max(
          Math.abs(share(wait) - rank / sorted.length),
          Math.abs(share(wait) - (rank + 1) / sorted.length),
        ),
      ),
    );
  };
  it.each(pressures)("above the floor of 8 s, at pressure %i", (pressure) => {
    const mean = means[pressure];
    // The first 40 of a round so long that its end cuts none off: 100 rounds, 4,000 waits.
    const waits = Array.from({ length: 100 }, (_, seed) => {
      const cues = planCues(
        [aKind("any", { patience: ms(0) })],
        s(50_000),
        pressure,
        () => own([]),
        seeded(seed),
      );
      return pairs(cues.slice(0, 41)).map(([cue, after]) => (after.earliest - cue.earliest - FLOOR) / 1000);
    }).flat();
    expect(waits).toHaveLength(4_000);
    expect(distance(waits, (wait) => 1 - Math.exp(-wait / mean))).toBeLessThan(1.95 / Math.sqrt(4_000));
    const average = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.06); // four standard errors of 4,000 exponential waits
  });
  it.each(pressures)("before the first, cut off where the round ends, at pressure %i", (pressure) => {
    const mean = means[pressure];
    const most = 50; // of a round of one minute
    const waits = Array.from({ length: 4_000 }, (_, seed) => {
      const [first] = planCues([aKind("any")], s(60), pressure, () => own([]), seeded(seed));
      return ((first?.earliest ?? Number.NaN) - MARGIN) / 1000;
    });
    const whole = 1 - Math.exp(-most / mean);
    expect(distance(waits, (wait) => (1 - Math.exp(-wait / mean)) / whole)).toBeLessThan(
      1.95 / Math.sqrt(4_000),
    );
  });
});

describe("a drill", () => {
  const decks = [aDeck("en/a", 20, 12), aDeck("en/b", 20, 12), aDeck("en/c", 20), aDeck("en/general", 9, 9)];
  const settings: DrillSettings = {
    rounds: defaultRounds,
    support: "title",
    cues: ["cut-in", "cold-stare", "blank"],
  };
  const plan = (seed: number, changed: Partial<DrillSettings> = {}) =>
    planDrill({ ...settings, ...changed }, decks, cueKinds, "en", seed);
  const anySeed = fc.integer({ min: 0, max: 0xffffffff });

  it("follows from its seed: the same one plans the same drill", () =>
    always(anySeed, (seed) => expect(plan(seed)).toEqual(plan(seed)), 1_000));
  it("differs for different seeds", () => {
    const plans = Array.from({ length: 1_000 }, (_, seed) => JSON.stringify({ ...plan(seed), seed: 0 }));
    expect(new Set(plans).size).toBe(1_000);
  });
  it("says what it was made from", () =>
    expect(plan(42)).toMatchObject({
      version: 1,
      seed: 42,
      language: "en",
      support: "title",
      kinds: ["blank", "cold-stare", "cut-in"], // in the order of the kinds there are
      rounds: defaultRounds.map((round) => expect.objectContaining(round)),
    }));
  it("survives being written down and read again", () =>
    expect(JSON.parse(JSON.stringify(plan(42)))).toEqual(plan(42)));
  it("brings only kinds that are allowed", () =>
    always(fc.tuple(anySeed, fc.subarray(cueKinds.map(({ id }) => id))), ([seed, cues]) => {
      for (const round of plan(seed, { cues }).rounds)
        for (const kind of kindsIn(round)) expect(cues).toContain(kind);
    }));
  it("begins calm", () =>
    always(anySeed, (seed) => expect(kindsIn(plan(seed).rounds[0] as never)).toEqual([]), 300));
  it("lets the client speak to the title on the table, the exchanged one too", () =>
    always(anySeed, (seed) => {
      for (const { title, spare, cues, cuesForSpare } of plan(seed).rounds) {
        for (const { line } of cues) expect([title.deck, "en/general", undefined]).toContain(line?.deck);
        for (const { line } of cuesForSpare)
          expect([spare.deck, "en/general", undefined]).toContain(line?.deck);
      }
    }));
  it("may be dealt something else than its seed deals", () => {
    const [a, b] = deal(decks, 2, 99);
    if (!a || !b) throw new Error("two hands are dealt");
    const dealt = planDrill({ ...settings, rounds: usualRounds(2) }, decks, cueKinds, "en", 7, [a, b]);
    expect(dealt.rounds.map(({ title, spare }) => ({ title, spare }))).toEqual([a, b]);
    expect(() => planDrill(settings, decks, cueKinds, "en", 7, [a])).toThrow(RangeError);
  });
  it("leaves time to write an outline, and takes it back", () => {
    const five = withSupport(plan(42), "five");
    expect(five.support).toBe("five");
    expect(five.rounds.map(({ prepareFor }) => prepareFor)).toEqual([s(75), s(75), s(75)]);
    expect(five).toEqual(plan(42, { support: "five", rounds: usualRounds(3, "five") }));
    expect(withSupport(five, "title")).toEqual(plan(42));
    const own = plan(42, { rounds: [{ prepareFor: s(3), speakFor: s(60), pressure: 0 }] });
    expect(withSupport(own, "five").rounds[0]?.prepareFor).toBe(s(3)); // asked for, and not the usual
  });
  it("draws anew for every round, and for the exchanged title: nobody learns when a cue comes", () => {
    const alike = { prepareFor: s(0), speakFor: s(150), pressure: 5 } as const;
    const moments = Array.from({ length: 200 }, (_, seed) =>
      plan(seed, { rounds: [alike, alike, alike] }).rounds.flatMap(({ cues, cuesForSpare }) =>
        [cues, cuesForSpare].map((each) => each.map(({ earliest }) => earliest).join()),
      ),
    ).flat();
    expect(new Set(moments).size).toBe(1_200);
  });
  it("leaves a round's cues where they were when another round gets longer", () => {
    const [first, second, third] = defaultRounds as [never, never, never];
    const longer = [{ ...(first as object), speakFor: s(600), pressure: 5 } as never, second, third];
    const [, before] = plan(42).rounds;
    const [, after] = plan(42, { rounds: longer }).rounds;
    expect(after).toEqual(before);
  });
  it("cannot be planned from too few titles", () =>
    expect(() => planDrill(settings, [aDeck("en/a", 5)], cueKinds, "en", 1)).toThrow(RangeError));
});

describe("kinds switched off before they are met", () => {
  const settings = { rounds: defaultRounds, support: "title", cues: cueKinds.map(({ id }) => id) } as const;
  const plan = planDrill(settings, [aDeck("en/a", 20, 12)], cueKinds, "en", 3);
  const quiet = withoutKinds(plan, ["cut-in", "blank"]);
  it("do not come", () => {
    expect(plan.rounds.flatMap(kindsIn)).toContain("cut-in");
    for (const round of quiet.rounds) expect(kindsIn(round)).not.toContain("cut-in");
    const others = cueKinds.map(({ id }) => id).filter((id) => id !== "cut-in" && id !== "blank");
    expect(quiet.kinds).toEqual(others);
  });
  it("leave the others where they were", () => {
    for (const [index, round] of quiet.rounds.entries()) {
      const before = plan.rounds[index]?.cues.filter(({ kind }) => kind !== "cut-in" && kind !== "blank");
      expect(round.cues).toEqual(before);
    }
  });
  it("change nothing when there are none", () => expect(withoutKinds(plan, [])).toEqual(plan));
});

it("leaves out harsh kinds in the softer mode, and leaves the others where they were", () => {
  const settings = { rounds: defaultRounds, support: "title", cues: cueKinds.map(({ id }) => id) } as const;
  const plan = planDrill(settings, [aDeck("en/a", 20, 12)], cueKinds, "en", 3);
  expect(softened(plan, cueKinds)).toEqual({ ...withoutKinds(plan, ["cold-stare"]), softer: true });
});

it("names the kinds of a round in the order they come, each once, the spare title's too", () => {
  const cue = (kind: string) => ({ kind }) as PlannedCue;
  expect(
    kindsIn({ cues: [cue("b"), cue("a"), cue("b")], cuesForSpare: [cue("c"), cue("a")] } as never),
  ).toEqual(["b", "a", "c"]);
});
