import type { ReactElement } from "react";
import { catalogues } from "../../i18n/languages.ts";
import type { Deck } from "../../prompts/deck.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";

/** One deck: its name, how many titles, how many of them were spoken on. */
export function DeckEntry({ deck, spoken }: Readonly<{ deck: Deck; spoken: number }>): ReactElement {
  const { words, language } = useApp();
  const { titles: text } = words;
  const count = deck.titles.length;
  return (
    <li>
      <a className="deck-entry" href={address.deck(deck.id)}>
        <span lang={deck.language}>{deck.name}</span>
        <span className="deck-count">
          {deck.language !== language && (
            <span lang={deck.language}>{catalogues[deck.language].name} · </span>
          )}
          {spoken === 0 ? (
            text.count(count)
          ) : (
            <>
              <span aria-hidden="true">{text.spoken(spoken, count)}</span>
              <span className="visually-hidden">{text.spokenLong(spoken, count)}</span>
            </>
          )}
        </span>
      </a>
    </li>
  );
}
