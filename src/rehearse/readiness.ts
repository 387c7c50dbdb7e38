import { spreadOf } from "../progress/robust.ts";
import { type QuestionRecord, questionRecords } from "./hotSeat.ts";
import { mustSayRecords, type PointRecord } from "./mustSay.ts";
import { type Rehearsal, type Way, ways } from "./rehearsal.ts";

/** What nobody knows yet, so that it can be said. */
export type Unknown =
  | Readonly<{ what: "no-full-run" | "no-opening-rated" | "points-not-checked" | "no-worst-pressure" }>
  | Readonly<{ what: "questions-not-met" | "answers-not-rated" | "points-never-said"; count: number }>;

/** Readiness as facts. There is no percentage: nobody could say of what. */
export type Readiness = Readonly<{
  runs: Readonly<Record<Way, number>>;
  /** Openings with a mark: how many, the first and the latest. */
  openings: Readonly<{ rated: number; first: number | null; latest: number | null }>;
  questions: readonly QuestionRecord[];
  points: readonly PointRecord[];
  /** Seconds: what is planned, the latest full run, and the median of the full ones; null: none yet. */
  length: Readonly<{ planned: number; latest: number | null; median: number | null }>;
  /** The hardest full run: least support, most pressure. */
  hardestPressure: number | null;
  unknown: readonly Unknown[];
}>;

/** A full run at this pressure or above has seen the worst. */
const HARD = 3;

/** What is known of a rehearsal, and what is not. */
export function readinessOf(
  rehearsal: Pick<Rehearsal, "runs" | "questions" | "mustSay" | "length">,
): Readiness {
  const { runs } = rehearsal;
  const full = runs.filter(({ way }) => way === "full");
  const marks = runs.flatMap(({ openingRating }) => openingRating ?? []);
  const questions = questionRecords(rehearsal.questions, runs);
  const points = mustSayRecords(rehearsal);
  const hardestPressure = full.length === 0 ? null : Math.max(...full.map(({ pressure }) => pressure));
  const notMet = questions.filter(({ met }) => met === 0).length;
  const notRated = questions.filter(({ met, rating }) => met > 0 && rating === null).length;
  const checked = points.some(({ lookedThrough }) => lookedThrough > 0);
  const neverSaid = checked ? points.filter(({ said }) => said === 0).length : 0;
  const unknown: (Unknown | false)[] = [
    full.length === 0 && { what: "no-full-run" },
    marks.length === 0 && { what: "no-opening-rated" },
    notMet > 0 && { what: "questions-not-met", count: notMet },
    notRated > 0 && { what: "answers-not-rated", count: notRated },
    points.length > 0 && !checked && { what: "points-not-checked" },
    neverSaid > 0 && { what: "points-never-said", count: neverSaid },
    hardestPressure !== null && hardestPressure < HARD && { what: "no-worst-pressure" },
  ];
  return {
    runs: Object.fromEntries(
      ways.map((way) => [way, runs.filter((run) => run.way === way).length]),
    ) as Record<Way, number>,
    openings: { rated: marks.length, first: marks[0] ?? null, latest: marks.at(-1) ?? null },
    questions,
    points,
    length: {
      planned: rehearsal.length,
      latest: full.at(-1)?.length ?? null,
      median: spreadOf(full.map(({ length }) => length))?.median ?? null,
    },
    hardestPressure,
    unknown: unknown.filter((one) => one !== false),
  };
}
