import { fork, seeded, shuffled } from "../lib/random.ts";
import { spreadOf } from "../progress/robust.ts";
import type { Answer, FearedQuestion, Run } from "./rehearsal.ts";

/** A mark this low or lower brings the question back. */
export const BADLY = 2;
/** In one hot seat no question is asked more often. */
export const MOST_ASKED = 3;
/** Seconds for an answer. */
export const ANSWER_FOR = 30;

/** A question asked in this hot seat, in order; null: not rated. */
export type Asked = Readonly<{ question: string; rating: number | null }>;

/**
 * The question to ask now. First all of them, shuffled by the seed; then those whose last answer was rated badly, the
 * one asked longest ago first, until each has gone well or been asked three times. None comes twice running unless it
 * is the only one left.
 * @returns null when there is nothing more to ask
 */
export function nextQuestion(
  questions: readonly FearedQuestion[],
  asked: readonly Asked[],
  seed: number,
): FearedQuestion | null {
  const order = shuffled(
    [...questions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    seeded(fork(seed, "hot-seat")),
  );
  const fresh = order.find(({ id }) => !asked.some(({ question }) => question === id));
  if (fresh) return fresh;
  const lastAsked = (id: string) => asked.findLastIndex(({ question }) => question === id);
  const again = order
    .filter(({ id }) => {
      const rating = asked[lastAsked(id)]?.rating ?? null;
      const times = asked.filter(({ question }) => question === id).length;
      return rating !== null && rating <= BADLY && times < MOST_ASKED;
    })
    .sort((a, b) => lastAsked(a.id) - lastAsked(b.id));
  return again[0] ?? null;
}

/** How a question has gone over all runs. */
export type QuestionRecord = Readonly<{
  question: FearedQuestion;
  met: number;
  /** The latest mark; null: never rated. */
  rating: number | null;
  /** Median seconds to the first words; null: unknown. */
  latency: number | null;
}>;

/** What is known of each question, in the order they stand on the list. */
export const questionRecords = (
  questions: readonly FearedQuestion[],
  runs: readonly Pick<Run, "answers">[],
): readonly QuestionRecord[] =>
  questions.map((question) => {
    const answers: readonly Answer[] = runs
      .flatMap((run) => run.answers)
      .filter((answer) => answer.question === question.id);
    return {
      question,
      met: answers.length,
      rating: answers.findLast(({ rating }) => rating !== null)?.rating ?? null,
      latency: spreadOf(answers.flatMap(({ latency }) => latency ?? []))?.median ?? null,
    };
  });

/**
 * The questions, the worst first: badly rated ones, lowest mark first; then those never met; then those without a mark;
 * then the rest by mark. Among equals the slower answer comes first.
 * @param runs in the order they were done
 */
export function worstFirst(
  questions: readonly FearedQuestion[],
  runs: readonly Pick<Run, "answers">[],
): FearedQuestion[] {
  const badness = ({ met, rating }: QuestionRecord): number => {
    if (rating !== null) return rating <= BADLY ? rating : 10 + rating;
    return met === 0 ? 5 : 6;
  };
  return questionRecords(questions, runs)
    .toSorted((a, b) => badness(a) - badness(b) || (b.latency ?? 0) - (a.latency ?? 0))
    .map(({ question }) => question);
}
