import { type Day, dayOfDate, daysAfter, mondayOf } from "../lib/calendarDay.ts";
import { fork, type Random, seeded } from "../lib/random.ts";
import type { Circle, FieldRep, Skill } from "./fieldRep.ts";

/** What the user wants to be sent to; an empty list sends them nowhere. */
export type FieldChoices = Readonly<{ circles: readonly Circle[]; skills: readonly Skill[] }>;

/** Drawn on a Friday, for the weekend: where to go and what to practise there. */
export type WeekendCard = Readonly<{
  friday: Day;
  circle: Circle;
  skill: Skill;
  /** When each was last done before that Friday; null: never. */
  lastCircle: Day | null;
  lastSkill: Day | null;
}>;

/** The Friday whose card is shown on a day: from Friday to Sunday; null on the other days. */
export function fridayFor(today: Day): Day | null {
  const friday = daysAfter(mondayOf(today), 4);
  return today >= friday ? friday : null;
}

/** What was never done waits as long as what was done half a year ago. */
const LONGEST = 26;

/**
 * The card of a Friday. What was done long ago is likelier to come, in proportion to the weeks since, and what was
 * done this week hardly ever. It follows from the date and from what was done before it, so that going there and
 * writing it down does not change the card.
 * @returns null when the user chose no circle or no skill
 */
export function weekendCard(
  choices: FieldChoices,
  reps: readonly Pick<FieldRep, "date" | "circle" | "skill">[],
  friday: Day,
): WeekendCard | null {
  const before = reps
    .map(({ date, circle, skill }) => ({ day: dayOfDate(date), circle, skill }))
    .filter(({ day }) => day < friday);
  const lastOf = (done: (rep: (typeof before)[number]) => boolean): Day | null =>
    before
      .filter(done)
      .reduce<Day | null>((last, { day }) => (last === null || day > last ? day : last), null);
  const lastCircle = (circle: Circle) => lastOf((rep) => rep.circle === circle);
  const lastSkill = (skill: Skill) => lastOf((rep) => rep.skill === skill);
  const circle = draw(choices.circles, (one) => waited(lastCircle(one), friday), chance("circle", friday));
  const skill = draw(choices.skills, (one) => waited(lastSkill(one), friday), chance("skill", friday));
  if (circle === null || skill === null) return null;
  return { friday, circle, skill, lastCircle: lastCircle(circle), lastSkill: lastSkill(skill) };
}

const chance = (what: string, friday: Day): Random => seeded(fork(friday, "weekend-card", what));

/** Weeks since the day, at the most `LONGEST`. */
const waited = (last: Day | null, friday: Day): number =>
  last === null ? LONGEST : Math.min(LONGEST, Math.floor((friday - last) / 7));

/** One of the choices, each as likely as its weight; in what order they were chosen does not matter. */
function draw<Choice extends string>(
  choices: readonly Choice[],
  weightOf: (choice: Choice) => number,
  random: Random,
): Choice | null {
  const weighted = [...new Set(choices)].sort().map((choice) => ({ choice, weight: weightOf(choice) + 0.1 }));
  let left = random() * weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { choice, weight } of weighted) {
    left -= weight;
    if (left < 0) return choice;
  }
  return weighted.at(-1)?.choice ?? null;
}
