/** What Markdown shows for a piece of inline markup: pattern and what stays. Only text is left; HTML stays as it is written. */
const inline: readonly (readonly [RegExp, string])[] = [
  [/!\[([^\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, "$1"],
  [/\[([^\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, "$1"],
  [/\[([^\]]+)\]\[[^\]]*\]/g, "$1"],
  [/<(https?:\/\/[^\s<>]+)>/g, "$1"],
  [/(`+)([^`]+)\1/g, "$2"],
  [/(?<!\\)\*\*([^*]+)\*\*/g, "$1"],
  [/(?<![\\\p{L}\p{N}_])__([^_]+)__(?![\p{L}\p{N}_])/gu, "$1"],
  [/(?<!\\)\*([^*\s](?:[^*]*[^*\s])?)\*/g, "$1"],
  [/(?<![\\\p{L}\p{N}_])_([^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu, "$1"],
  [/~~([^~]+)~~/g, "$1"],
  [/\\([!-/:-@[-`{-~])/g, "$1"],
];

/** The text of a line of Markdown: links are their words, emphasis is gone. */
export const withoutMarkup = (text: string): string =>
  inline.reduce((left, [pattern, stays]) => left.replace(pattern, stays), text);
