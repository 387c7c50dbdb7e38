import { epochOf } from "../lib/day.ts";
import type { Take } from "../store/take.ts";
import { folded, searchWords } from "./folded.ts";
import type { Mark, Span } from "./marks.ts";

/** A line worth keeping (or worth saying better): a short stretch around a mark, to be played by itself. */
export type Clip = Readonly<{
  take: string;
  /** What was spoken on. */
  title: string;
  language: Take["language"];
  started: Take["started"];
  /** What it was marked as: the tag of the clip. */
  kind: string;
  note: string;
  /** Tags of the take. */
  tags: readonly string[];
  at: number;
  /** What is played, in seconds on the take's line: 0 ≤ from < to ≤ length. */
  from: number;
  to: number;
}>;

/** Whoever marks a line has just heard it: most of it lies before the mark. In seconds. */
const BEFORE = 6;
const AFTER = 2;
/** How far an end may be moved to lie in a pause, so that a clip begins and ends with a sentence. */
const REACH = 2.5;
/** What is left of that pause. */
const BREATH = 0.15;

/** A kind of mark that counts something and keeps no line. */
const COUNTED = "filler";

type Clipped = Pick<Take, "id" | "title" | "language" | "started" | "length" | "tags">;

/**
 * The clips of one take, earliest first. Fillers make none.
 * @param pauses silent pauses to cut in; null when they are unknown
 */
export const clipsOf = (take: Clipped, marks: readonly Mark[], pauses: readonly Span[] | null): Clip[] =>
  marks
    .filter(({ kind, at }) => kind !== COUNTED && take.length > 0 && at <= take.length)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, kind, note }) => ({
      take: take.id,
      title: take.title.text,
      language: take.language,
      started: take.started,
      kind,
      note,
      tags: take.tags,
      at,
      ...cut(at, take.length, pauses ?? []),
    }));

/** From the sentence's beginning to its end, as far as the pauses tell. */
function cut(at: number, length: number, pauses: readonly Span[]): { from: number; to: number } {
  const [from, to] = [Math.max(0, at - BEFORE), Math.min(length, at + AFTER)];
  const begins = pauses.map(([, end]) => end).filter((end) => end < at - 1);
  const ends = pauses.map(([start]) => start).filter((start) => start >= at);
  const begin = nearest(begins, from);
  const end = nearest(ends, to);
  return {
    from: begin === undefined ? from : Math.max(0, begin - BREATH),
    to: end === undefined ? to : Math.min(length, end + BREATH),
  };
}

const nearest = (places: readonly number[], wanted: number): number | undefined =>
  places
    .filter((place) => Math.abs(place - wanted) <= REACH)
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];

/** The clips of many takes, newest take first, each take's in the order they were said. */
export const newestFirst = (clips: readonly Clip[]): Clip[] =>
  clips.toSorted((a, b) => epochOf(b.started) - epochOf(a.started) || a.at - b.at);

/**
 * Clips in which every word of a search is found: in the title, the tags, the note, or what they are marked as.
 * @param kindName what a kind is called in the user's language; that is what they type
 */
export function findClips(
  clips: readonly Clip[],
  text: string,
  kindName: (kind: string) => string = (kind) => kind,
): Clip[] {
  const words = searchWords(text);
  return clips.filter(({ title, note, tags, kind }) => {
    const hay = folded([title, note, kind, kindName(kind), ...tags].join("\n"));
    return words.every((word) => hay.includes(word));
  });
}
