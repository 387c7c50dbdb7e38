import type { Part, RoomSound, VoiceMode } from "../client/sound.ts";
import { cueKindOf } from "../cues/index.ts";
import { ms } from "../lib/units.ts";
import type { Stage } from "./stage.ts";

/** What the client can be heard through right now. */
export type Means = Readonly<{
  mode: VoiceMode;
  /** The key of a line's recording; null when nobody recorded it, or it is not ready. */
  recordingOf(text: string): string | null;
  /** Whether speech synthesis has a voice that answers. */
  synthesis: boolean;
}>;

/** What is to be heard at a strike. */
export type Heard = Readonly<{
  parts: readonly Part[];
  /** The line to be said by speech synthesis; null for none. */
  say: string | null;
}>;

/** From a breath drawn to the first word. `spokenTime` counts it in. */
export const BREATH = ms(260);

/** Whether a cue has struck between two stages: the same kind may strike again, but never without a pause between. */
export const hasStruck = (before: Pick<Stage, "cue">, after: Pick<Stage, "cue">): boolean =>
  after.cue !== null && after.cue !== before.cue;

/** Whether a line would be said by a recording, by synthesis, or not at all; the room's sounds come in any case. */
export function heardAt({ cue, caption }: Pick<Stage, "cue" | "caption">, means: Means): Heard | null {
  if (cue === null || means.mode === "off") return null;
  const sound = soundOf(cue, caption !== null);
  const first: Part[] = sound === null ? [] : [{ sound, after: ms(0) }];
  if (caption === null || means.mode === "sounds") return { parts: first, say: null };
  const line = means.recordingOf(caption.text);
  if (line !== null) return { parts: [...first, { line, after: BREATH }], say: null };
  return { parts: first, say: means.mode === "synthesis" && means.synthesis ? caption.text : null };
}

/** The sound of a kind; whoever says something draws a breath before. */
const soundOf = (kind: string, spoken: boolean): RoomSound | null =>
  cueKindOf(kind)?.scene.sound ?? (spoken ? "breath" : null);

/**
 * What is chosen, as far as it may be: a voice that bleeds into the recording needs headphones, a softer drill has none.
 * @param softer whether the drill is; a link may say so, whatever the settings say
 */
export function voiceModeOf(
  { voice, headphones }: Readonly<{ voice: VoiceMode; headphones: boolean }>,
  softer = false,
): VoiceMode {
  if (softer) return "off";
  return voice === "synthesis" && !headphones ? "recordings" : voice;
}
