import { type Ms, ms, s } from "../lib/units.ts";
import type { PlannedCue } from "./plan.ts";
import { speechBy, talkingFor } from "./speech.ts";
import { currentRound, type In, type Marker } from "./state.ts";

/** What fell due while the tab was asleep is dropped: all at once it would be noise. */
const STALE: Ms = s(1.5);
/** A cut-in waits until the speaker has talked this long without a pause. */
const MID_SPEECH: Ms = s(2);
/** What time alone brings about: a cue is over, the title changes, a cue strikes. */
export const onTime = (drill: In<"speaking">, now: Ms): In<"speaking"> =>
  strike(turn(soften(drill, now), now), now);

/** Changes the title when half the time is over; a cue that lasts is waited for. */
function turn(drill: In<"speaking">, now: Ms): In<"speaking"> {
  if (drill.plan.support !== "turn" || drill.turnedAt !== null || drill.active) return drill;
  const at = ms(now - drill.goAt);
  return at >= currentRound(drill).speakFor / 2 ? { ...drill, turnedAt: at } : drill;
}

/** Ends the cue that lasts, when it has run its time or the speaker has carried on for long enough. */
export function soften(drill: In<"speaking">, now: Ms): In<"speaking"> {
  const { active } = drill;
  if (!active) return drill;
  const { least, most, carriedOn } = active.cue;
  const lasted = ms(now - drill.goAt - active.at);
  const carried = speechBy(drill.speech, now) - active.spokenBefore;
  const wonBack = carriedOn !== null && lasted >= least && carried >= carriedOn;
  const spent = lasted >= (carriedOn === null ? least : most);
  if (!wonBack && !spent) return drill;
  const over = Math.min(lasted, carriedOn === null ? least : most); // a tab that slept wakes up long after
  return { ...drill, active: null, markers: closed(drill.markers, ms(active.at + over)) };
}

export const closed = (markers: readonly Marker[], until: Ms): readonly Marker[] =>
  markers.map((marker) => (marker.until === null ? { ...marker, until } : marker));

/** Lets the next cue strike, when its moment has come. */
function strike(drill: In<"speaking">, now: Ms): In<"speaking"> {
  if (drill.active) return drill;
  const at = ms(now - drill.goAt);
  const planned = cuesOnTable(drill);
  const stale = planned.slice(drill.dealtWith).filter((cue) => cue.latest + STALE < at).length;
  const dealtWith = drill.dealtWith + stale;
  const awake = stale > 0 ? { ...drill, dealtWith } : drill;
  const cue = planned[dealtWith];
  if (!cue || at < cue.earliest) return awake;
  const fits = cue.strikes === "at-once" || talkingFor(drill.speech, now) >= MID_SPEECH;
  if (!fits && at < cue.latest) return awake;
  const marker: Marker = {
    kind: cue.kind,
    at,
    until: null,
    line: cue.line,
    struck: fits ? "in-window" : "window-closed",
  };
  return {
    ...drill,
    dealtWith: dealtWith + 1,
    active: { cue, at, spokenBefore: speechBy(drill.speech, now) },
    markers: [...drill.markers, marker],
  };
}

function cuesOnTable(drill: In<"speaking">): readonly PlannedCue[] {
  const { cues, cuesForSpare } = currentRound(drill);
  return drill.redealt ? cuesForSpare : cues;
}
