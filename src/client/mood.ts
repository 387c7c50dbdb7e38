/** What the client's face says. A closed list: the face has to be able to draw each of them. */
export const expressions = [
  "neutral",
  "engaged",
  "amused",
  "won-back",
  "sceptical",
  "frown",
  "bored",
  "cutting-in",
  "cold-stare",
  "wrong-face",
  "waiting",
  "glance-at-watch",
  "look-at-phone",
  "whisper-aside",
] as const;

export type Expression = (typeof expressions)[number];
