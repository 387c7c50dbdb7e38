import { pick, type Random } from "../../lib/random.ts";
import { normalise } from "../similarity.ts";

/** Words of Latin letters joined by hyphens, as ids are; empty when there are none. */
function kebab(text: string, words: number, longest: number): string {
  const found = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’ʼ]/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (found ?? []).slice(0, words).join("-").slice(0, longest).replace(/-+$/, "");
}

/** Fowler, Noll & Vo: FNV-1a, 32 bits, in seven signs of base 36. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/**
 * An id for a title, made of its text, so that the same title gets the same id on every machine: its first words in
 * Latin letters, or `t-` and a hash where there are hardly any.
 * @param taken ids of the deck's other titles; the new one is added
 */
export function titleId(text: string, taken: Set<string>): string {
  const words = kebab(text, 7, 48);
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const base = words.length >= 3 && 2 * latin > letters ? words : `t-${shortHash(normalise(text))}`;
  let id = base;
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
  taken.add(id);
  return id;
}

const SIGNS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];

/**
 * An id for a deck of the user's own: `own/<name>-<six signs>`. The signs keep decks of one name on two machines apart.
 * @param taken whether a deck has that id already
 */
export function ownDeckId(name: string, taken: (id: string) => boolean, random: Random): string {
  const slug = kebab(name, 6, 40) || "deck";
  for (;;) {
    const id = `own/${slug}-${Array.from({ length: 6 }, () => pick(SIGNS, random)).join("")}`;
    if (!taken(id)) return id;
  }
}
