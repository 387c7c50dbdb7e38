import fc from "fast-check";
import type { LocalTime } from "../../src/lib/day.ts";
import { factsOf, type TakeFacts } from "../../src/progress/facts.ts";
import type { DatedRep } from "../../src/progress/practice.ts";
import { aTake, uuid } from "./builders.ts";
import { anyMoment, anyZone, wallAt } from "./plainDays.ts";

/** Facts as they are told: the moment as the wall showed it, until somebody's late hour makes a day of it. */
export type Told = Omit<TakeFacts, "day" | "epoch"> & Readonly<{ started: LocalTime }>;

/** A take that counts by itself: 90 s, rated, on a Saturday morning in Shanghai. */
export const told = (changes: Partial<Told> = {}): Told => ({
  id: uuid(1),
  drill: uuid(2),
  started: { local: "2026-11-21T09:30:00", utcOffset: 480 },
  language: "en",
  title: { deck: "en/nature", id: "bees" },
  pressure: 3,
  spoken: 90,
  replayed: false,
  rating: { opening: 3 },
  measures: {},
  cues: [],
  ...changes,
});

/** As `factsOf` makes facts of a take. */
export const factsAt = ({ started, ...take }: Told, lateHour: number): TakeFacts => {
  const { day, epoch } = factsOf(aTake({ started }), false, lateHour);
  return { ...take, day, epoch };
};

export const facts = (changes: Partial<Told> = {}): TakeFacts => factsAt(told(changes), 4);

const anyTake: fc.Arbitrary<Told> = fc
  .record({
    id: fc.integer({ min: 1, max: 400 }),
    drill: fc.integer({ min: 1, max: 120 }),
    moment: anyMoment,
    zone: anyZone,
    spoken: fc.constantFrom(0, 12, 29.9, 30, 59.999, 60, 90, 150),
    replayed: fc.boolean(),
    rated: fc.boolean(),
  })
  .map(({ id, drill, moment, zone, spoken, replayed, rated }) =>
    told({
      id: uuid(id),
      drill: uuid(1000 + drill),
      started: wallAt(moment, zone),
      spoken,
      replayed,
      rating: rated ? { thread: 3 } : null,
    }),
  );

const anyRep: fc.Arbitrary<DatedRep> = fc
  .record({
    id: fc.integer({ min: 5000, max: 5060 }),
    moment: anyMoment,
    debrief: fc.option(fc.integer({ min: 1, max: 400 })),
  })
  .map(({ id, moment, debrief }) => ({
    id: uuid(id),
    date: new Date(moment).toISOString().slice(0, 10),
    debrief: debrief === null ? null : uuid(debrief),
  }));

/** Of records with the same id the later one is kept, as the store does. */
const unique = <Entry extends { id: string }>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

/** Takes and field reps by somebody who travels, stays up late, writes reps down later and imports old takes. */
export const anyHistory = fc
  .record({ takes: fc.array(anyTake, { maxLength: 120 }), reps: fc.array(anyRep, { maxLength: 25 }) })
  .map(({ takes, reps }) => ({ takes: unique(takes), reps: unique(reps) }));

/** Weeks of practice in a row on a calendar: each true is a week with so many drills on random days of it. */
export const anyWeeks = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 9 }), {
  minLength: 1,
  maxLength: 60,
});
