import type { Deck } from "./deck.ts";

const inner = (entries: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(", ")} }`;

const list = (name: string, entries: readonly string[]): string =>
  entries.length === 0
    ? `  "${name}": []`
    : `  "${name}": [\n${entries.map((entry) => `    ${entry}`).join(",\n")}\n  ]`;

/**
 * A deck as the files in `prompts` look: one title or line a line, with the schema for editors.
 * @returns JSON with a line break at its end
 */
export function deckText(deck: Deck): string {
  const head = { id: deck.id, language: deck.language, name: deck.name, kind: deck.kind };
  const parts = [
    `  "$schema": "../deck.schema.json"`,
    ...Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`),
    list(
      "titles",
      deck.titles.map(({ id, text }) => inner({ id, text })),
    ),
    list(
      "lines",
      deck.lines.map(({ cue, text, temper }) => inner({ cue, text, temper })),
    ),
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

/** The file name to save a deck under: the end of its id. */
export const deckFileName = ({ id }: Pick<Deck, "id">): string => `${id.replace(/^.*\//, "")}.json`;
