import { type Ms, ms, s } from "../lib/units.ts";
import { MARGIN, type PlannedCue } from "./plan.ts";
import { changeClock, extraAt, momentOf, roundTime } from "./roundClock.ts";
import { speechBy, talkingFor } from "./speech.ts";
import { currentRound, type In, type Marker } from "./state.ts";

/** What fell due while the tab was asleep is dropped: all at once it would be noise. */
const STALE: Ms = s(1.5);
/** A cut-in waits until the speaker has talked this long without a pause. */
const MID_SPEECH: Ms = s(2);
/** A picture that comes later than this was not the cue's: the tab was hidden. */
const SHOWN_WITHIN: Ms = ms(500);

/** What time alone brings about: a cue is over, the title changes, a cue strikes. */
export const onTime = (drill: In<"speaking">, now: Ms): In<"speaking"> =>
  strike(turn(soften(drill, now), now), now);

/** Changes the title when half the time is over; a cue that lasts, or a clock of its own, is waited for. */
function turn(drill: In<"speaking">, now: Ms): In<"speaking"> {
  if (drill.plan.support !== "turn" || drill.turnedAt !== null || drill.active || drill.closing) return drill;
  const at = ms(now - drill.goAt);
  if (extraAt(drill.clock, at)) return drill;
  return roundTime(drill.clock, at) >= currentRound(drill).speakFor / 2 ? { ...drill, turnedAt: at } : drill;
}

/** Ends the cue that lasts, when it has run its time or the speaker has carried on for long enough. */
export function soften(drill: In<"speaking">, now: Ms): In<"speaking"> {
  const { active } = drill;
  if (!active) return drill;
  const { least, most, carriedOn, clock: change } = active.cue;
  const lasted = ms(now - drill.goAt - active.at);
  const carried = speechBy(drill.speech, now) - active.spokenBefore;
  const wonBack = carriedOn !== null && lasted >= least && carried >= carriedOn;
  const spent = lasted >= (carriedOn === null ? least : most);
  if (!wonBack && !spent) return drill;
  const over = Math.min(lasted, carriedOn === null ? least : most); // a tab that slept wakes up long after
  const until = ms(active.at + over);
  const clock = change ? changeClock(drill.clock, change, until) : drill.clock;
  return { ...drill, active: null, clock, markers: closed(drill.markers, until) };
}

export const closed = (markers: readonly Marker[], until: Ms): readonly Marker[] =>
  markers.map((marker) => (marker.until === null ? { ...marker, until } : marker));

/** Lets the next cue strike, when its moment has come. Windows lie on the round's own time. */
function strike(drill: In<"speaking">, now: Ms): In<"speaking"> {
  const at = ms(now - drill.goAt);
  if (drill.active || drill.closing || extraAt(drill.clock, at)) return drill;
  const time = roundTime(drill.clock, at);
  const { end } = drill.clock;
  if (end < currentRound(drill).speakFor && time > end - MARGIN) return drill; // what was planned for time that is cut
  const planned = cuesOnTable(drill);
  const stale = planned.slice(drill.dealtWith).filter((cue) => cue.latest + STALE < time).length;
  const dealtWith = drill.dealtWith + stale;
  const awake = stale > 0 ? { ...drill, dealtWith } : drill;
  const cue = planned[dealtWith];
  if (!cue || time < cue.earliest) return awake;
  const fits = cue.strikes === "at-once" || talkingFor(drill.speech, now) >= MID_SPEECH;
  if (!fits && time < cue.latest) return awake;
  return begin({ ...drill, dealtWith: dealtWith + 1 }, cue, now, fits ? "in-window" : "window-closed");
}

function begin(drill: In<"speaking">, cue: PlannedCue, now: Ms, struck: Marker["struck"]): In<"speaking"> {
  const at = ms(now - drill.goAt);
  return {
    ...drill,
    active: { cue, at, spokenBefore: speechBy(drill.speech, now), shown: false },
    markers: [...drill.markers, { kind: cue.kind, at, until: null, line: cue.line, struck }],
  };
}

/**
 * The speaker is done: the round goes on for as long as its last cue lasts.
 * @returns null when nothing waits for that, and the round is over
 */
export function beginClosing(drill: In<"speaking">, now: Ms): In<"speaking"> | null {
  const cue = onTable(drill).find(({ place }) => place === "after");
  if (!cue) return null;
  const quiet = soften(drill, now);
  const ended = { ...quiet, active: null, markers: closed(quiet.markers, ms(now - drill.goAt)) };
  return { ...begin(ended, cue, now, "in-window"), closing: true };
}

/** The cue was seen: that moment is its stamp, a frame or two after the one it was meant for. */
export function seen(drill: In<"speaking">, now: Ms): In<"speaking"> {
  const { active } = drill;
  if (!active || active.shown) return drill;
  const at = ms(now - drill.goAt);
  if (at < active.at || at - active.at > SHOWN_WITHIN) return drill;
  const markers = drill.markers.map((marker) => (marker.until === null ? { ...marker, at } : marker));
  return { ...drill, active: { ...active, at, shown: true }, markers };
}

/**
 * The next moment at which time alone may change something, after `now`; null when there is none. A tick at that moment
 * shows a cue in the very frame it is due in; one that finds nothing to do does no harm.
 */
export function nextMoment(drill: In<"speaking">, now: Ms): Ms | null {
  const { active, clock, goAt, speech } = drill;
  const moments: number[] = clock.extras.map(({ until }) => until);
  if (active) {
    const { least, most, carriedOn } = active.cue;
    moments.push(active.at + least, active.at + most);
    const missing = (carriedOn ?? 0) - (speechBy(speech, now) - active.spokenBefore);
    if (speech.speaking) moments.push(now - goAt + missing);
  }
  const cue = cuesOnTable(drill)[drill.dealtWith];
  if (cue) {
    moments.push(momentOf(clock, cue.earliest), momentOf(clock, cue.latest));
    if (speech.speaking) moments.push(speech.since + MID_SPEECH - goAt);
  }
  moments.push(momentOf(clock, ms(currentRound(drill).speakFor / 2)));
  const next = Math.min(...moments.filter((at) => goAt + at > now));
  return Number.isFinite(next) ? ms(goAt + next) : null;
}

/** What the plan holds for the title on the table. */
function onTable(drill: In<"speaking">): readonly PlannedCue[] {
  const { cues, cuesForSpare } = currentRound(drill);
  return drill.redealt ? cuesForSpare : cues;
}

/** Those of them that strike while the speaker speaks. */
const cuesOnTable = (drill: In<"speaking">): readonly PlannedCue[] =>
  onTable(drill).filter(({ place }) => place !== "after");

/** The cue whose window opens next, while none lasts: what the softer mode warns of; null when there is none. */
export const nextCue = (drill: In<"speaking">): PlannedCue | null =>
  drill.active || drill.closing ? null : (cuesOnTable(drill)[drill.dealtWith] ?? null);
