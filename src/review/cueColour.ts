import type { Marker } from "./markers.ts";

/** The page's colour for a kind, or ours for its pattern. Kinds come from stored files: only plain names are asked for. */
export const cueColour = ({ kind, pattern }: Marker): string =>
  /^[a-z][a-z0-9-]*$/.test(kind)
    ? `var(--cue-${kind}, var(--player-cue-${pattern}))`
    : `var(--player-cue-${pattern})`;
