import type { Rehearsal, Run } from "../../src/rehearse/rehearsal.ts";
import { uuid } from "./builders.ts";

/** A run of a whole talk of 20 minutes, on Saturday the 21st. */
export const aRun = (changes: Partial<Run> = {}): Run => ({
  take: uuid(50),
  way: "full",
  started: { local: "2026-11-21T09:30:00", utcOffset: 480 },
  length: 1_200,
  support: "five",
  pressure: 1,
  answers: [],
  ticks: null,
  openingRating: null,
  ...changes,
});

export const price = { id: uuid(21), text: "Why are you forty per cent dearer?", from: "typed" } as const;
export const proof = { id: uuid(22), text: "Who else has bought this?", from: "deck" } as const;
export const delay = { id: uuid(23), text: "What if you deliver late again?", from: "pasted" } as const;
export const saving = { id: uuid(31), text: "It pays for itself in eleven months." };
export const risk = { id: uuid(32), text: "They can stop after the first line." };

/** A talk on 1 December, prepared from 18 November on, with three questions and two points. */
export const aRehearsal = (changes: Partial<Rehearsal> = {}): Rehearsal => ({
  version: 1,
  id: uuid(20),
  client: "Huaxin Packaging",
  title: "Why the second line should be ours",
  language: "en",
  at: { local: "2026-12-01T14:00:00", utcOffset: 480 },
  length: 1_200,
  room: [{ client: "lin", temper: "price" }],
  bullets: ["What broke", "What we changed"],
  mustSay: [saving, risk],
  questions: [price, proof, delay],
  wish: "A visit to the plant in January",
  runsPlanned: 6,
  runs: [],
  debrief: null,
  made: { local: "2026-11-18T20:00:00", utcOffset: 480 },
  changed: 1_795_224_600_000,
  binned: null,
  ...changes,
});
