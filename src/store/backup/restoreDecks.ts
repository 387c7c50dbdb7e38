import { type Deck, readDeck } from "../../prompts/deck.ts";
import { mergeDecks } from "../../prompts/mergeDecks.ts";
import type { Archive } from "./archive.ts";
import { parseJson } from "./bytes.ts";
import type { Manifest } from "./format.ts";
import type { RestoreTarget } from "./ports.ts";
import type { SkippedFile } from "./report.ts";

/**
 * Restores decks of the user's own: a new one is added, one that is here gets what it lacks. Nothing that is here is
 * changed or taken away, and a second time changes nothing.
 * @returns how many decks were added or added to
 */
export async function restoreDecks(
  { decks }: Manifest,
  archive: Archive,
  target: RestoreTarget,
  skip: (file: SkippedFile) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  let count = 0;
  for (const { id, file } of decks) {
    const read = await archive.read(file, signal);
    if (!("bytes" in read)) {
      skip({ name: file, reason: read.problem });
      continue;
    }
    const deck = asDeck(parseJson(read.bytes), id);
    if (!deck) {
      skip({ name: file, reason: "unreadable" });
      continue;
    }
    const here = (await target.decks()).find((each) => each.id === id);
    const merged = here ? mergeDecks(here, deck) : deck;
    if (here && merged.titles.length === here.titles.length && merged.lines.length === here.lines.length)
      continue;
    await target.saveDeck(merged);
    count++;
  }
  return count;
}

/** A deck as it was backed up; undefined when it is none, or another one than the backup says. */
function asDeck(value: unknown, id: string): Deck | undefined {
  try {
    const { $schema: _, ...deck } = readDeck(value, id);
    return deck.id === id ? deck : undefined;
  } catch {
    return undefined;
  }
}
