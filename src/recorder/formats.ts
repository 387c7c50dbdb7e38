/**
 * What we ask a browser to record, best first. Opus survives a lost tail, and its gaps can be filled without
 * decoding (`gaps.ts`); AAC is what remains on older Safari.
 */
const wanted = [
  "audio/webm;codecs=opus",
  "audio/mp4;codecs=opus",
  "audio/ogg;codecs=opus",
  "audio/mp4;codecs=mp4a.40.2",
  "audio/mp4",
] as const;

/** The first format this browser records, or null when it records none of them. */
export const recordableType = (isSupported: (type: string) => boolean): string | null =>
  wanted.find((type) => isSupported(type)) ?? null;
