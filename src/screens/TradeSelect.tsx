import { type ReactElement, useCallback } from "react";
import type { Deck } from "../prompts/deck.ts";
import { useApp } from "./services.tsx";
import { useAsync } from "./useAsync.ts";

const tradeOf = ({ id }: Deck): string => id.slice(id.indexOf("/") + 1);

/** The user's trade: one round of every drill is a pitch of it. */
export function TradeSelect(): ReactElement {
  const { words, language, chosen, choose, loadDecks } = useApp();
  const decks = useAsync(useCallback(() => loadDecks(language), [loadDecks, language]));
  const pitches = decks.state === "ready" ? decks.value.filter(({ kind }) => kind === "pitch") : [];
  return (
    <label className="pick">
      <span>{words.trade.label}</span>
      <select value={chosen.trade ?? ""} onChange={(event) => choose({ trade: event.target.value || null })}>
        <option value="">{words.trade.any}</option>
        {pitches.map((deck) => (
          <option key={deck.id} value={tradeOf(deck)}>
            {deck.name}
          </option>
        ))}
      </select>
    </label>
  );
}
