import fc from "fast-check";
import type { TakeFacts } from "../../src/progress/facts.ts";
import type { DatedRep } from "../../src/progress/practice.ts";
import { uuid } from "./builders.ts";
import { anyMoment, anyZone, wallAt } from "./plainDays.ts";

/** A take that counts by itself: 90 s, rated, on a Saturday morning in Shanghai. */
export const facts = (changes: Partial<TakeFacts> = {}): TakeFacts => ({
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

const anyTake: fc.Arbitrary<TakeFacts> = fc
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
    facts({
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
