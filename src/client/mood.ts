/** What the client's face says. A closed list: the face has to be able to draw each of them. */
export const expressions = [
  "neutral",
  "engaged",
  "cutting-in",
  "cold-stare",
  "wrong-face",
  "waiting",
  "won-back",
] as const;

export type Expression = (typeof expressions)[number];
