import { useMemo } from "react";
import { titleKey } from "../../deal/hand.ts";
import { type Past, pastOf } from "../../deal/past.ts";
import type { Deck } from "../../prompts/deck.ts";
import { dealingsOf } from "../../store/dealings.ts";
import { useTakes } from "../useTakes.ts";

const NOTHING: Past = new Map();

/** What was spoken on so far, by `titleKey`; nothing until the takes are read, or when they cannot be. */
export function useSpoken(): Past {
  const { list } = useTakes();
  return useMemo(
    () => (list === undefined || list === "failed" ? NOTHING : pastOf(dealingsOf(list.takes))),
    [list],
  );
}

/** How often a title was spoken on, by its key. */
export const timesSpoken =
  (past: Past) =>
  (key: string): number =>
    past.get(key)?.spoken ?? 0;

/** How many titles of a deck were spoken on. */
export const spokenOf = ({ id, titles }: Deck, past: Past): number =>
  titles.filter((title) => timesSpoken(past)(titleKey({ deck: id, id: title.id })) > 0).length;
