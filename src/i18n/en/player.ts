/** Replaying a take. */
export const player = {
  name: "Replay",
  play: "Play",
  pause: "Pause",
  back: "Back 3 s",
  forward: "Forward 3 s",
  speed: "Speed",
  speedValue: (rate: number) => `${rate}×`,
  position: (at: string, length: string) => `${at} of ${length}`,
  waveform: "The sound of your take",
  cues: "What happened",
  cueAt: (cue: string, at: string) => `${cue} at ${at}`,
  said: (line: string) => `“${line}”`,
  keys: "Space plays, arrows seek, Shift + arrows go from cue to cue",
  damaged:
    "This recording cannot be played: its sound is damaged or missing. The rest of the take is still here.",
};
