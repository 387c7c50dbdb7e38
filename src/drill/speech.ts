import { type Ms, ms, s } from "../lib/units.ts";

/** What the engine knows of the speaker's voice: whether they talk, since when, how much, and how evenly. */
export type Speech = Readonly<{
  speaking: boolean;
  since: Ms;
  before: Ms;
  /** Runs of an easy length in a row, with short pauses between them, up to the last pause. */
  easy: number;
}>;

/** A run of talk is easy to listen to between these lengths, when the pause before the next is no longer than that. */
const EASY_RUN: readonly [Ms, Ms] = [s(3), s(9)];
const SHORT_PAUSE: Ms = s(1.2);

/** Nothing said yet. */
export const hush = (now: Ms): Speech => ({ speaking: false, since: now, before: ms(0), easy: 0 });

/** The voice began or ended. The same news twice changes nothing. */
export function talks(speech: Speech, speaking: boolean, now: Ms): Speech {
  if (speech.speaking === speaking) return speech;
  const easy = isEasy(speech, now) ? speech.easy + (speaking ? 0 : 1) : 0;
  return { speaking, since: now, before: speechBy(speech, now), easy };
}

/** Whether the run or the pause that ends now was one of an easy rhythm. */
function isEasy({ speaking, since }: Speech, now: Ms): boolean {
  const lasted = now - since;
  return speaking ? lasted >= EASY_RUN[0] && lasted <= EASY_RUN[1] : lasted <= SHORT_PAUSE;
}

/** Whether the speaker has found an easy rhythm: two easy runs or more, and neither a long run nor a long pause since. */
export function inRhythm(speech: Speech, now: Ms): boolean {
  const lasted = now - speech.since;
  return speech.easy >= 2 && lasted <= (speech.speaking ? EASY_RUN[1] : SHORT_PAUSE);
}

/** All speech up to `now`, in milliseconds. */
export const speechBy = ({ speaking, since, before }: Speech, now: Ms): Ms =>
  ms(before + (speaking ? Math.max(0, now - since) : 0));

/** How long the speaker has been talking without a pause; 0 while silent. */
export const talkingFor = ({ speaking, since }: Speech, now: Ms): Ms => ms(speaking ? now - since : 0);

/** How long the speaker has been silent; 0 while talking. */
export const silentFor = ({ speaking, since }: Speech, now: Ms): Ms => ms(speaking ? 0 : now - since);
