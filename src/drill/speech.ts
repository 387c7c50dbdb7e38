import { type Ms, ms } from "../lib/units.ts";

/** What the engine knows of the speaker's voice: whether they talk, since when, and how much they have talked. */
export type Speech = Readonly<{ speaking: boolean; since: Ms; before: Ms }>;

/** Nothing said yet. */
export const hush = (now: Ms): Speech => ({ speaking: false, since: now, before: ms(0) });

/** The voice began or ended. The same news twice changes nothing. */
export function talks(speech: Speech, speaking: boolean, now: Ms): Speech {
  return speech.speaking === speaking ? speech : { speaking, since: now, before: speechBy(speech, now) };
}

/** All speech up to `now`, in milliseconds. */
export const speechBy = ({ speaking, since, before }: Speech, now: Ms): Ms =>
  ms(before + (speaking ? Math.max(0, now - since) : 0));

/** How long the speaker has been talking without a pause; 0 while silent. */
export const talkingFor = ({ speaking, since }: Speech, now: Ms): Ms => ms(speaking ? now - since : 0);

/** How long the speaker has been silent; 0 while talking. */
export const silentFor = ({ speaking, since }: Speech, now: Ms): Ms => ms(speaking ? 0 : now - since);
