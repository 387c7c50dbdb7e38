import { type ReactElement, useDeferredValue, useMemo, useState } from "react";
import type { Past } from "../../deal/past.ts";
import type { Deck } from "../../prompts/deck.ts";
import { search, searchIndex } from "../../prompts/searching.ts";
import { shelfOf } from "../../prompts/shelf.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { DeckEntry } from "./DeckEntry.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { spokenOf } from "./useSpoken.ts";

type Props = Readonly<{ own: readonly Deck[]; shipped: readonly Deck[]; past: Past }>;

/** So many titles are listed; who looks for one more types one more word. */
const MOST = 60;

/** All decks of the language, and a search through all of their titles. */
export function ShelfPage({ own, shipped, past }: Props): ReactElement {
  const { words, language } = useApp();
  const { titles: text } = words;
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed);
  const index = useMemo(() => searchIndex([...own, ...shipped]), [own, shipped]);
  const found = useMemo(() => search(index, query, MOST), [index, query]);
  return (
    <section className="page shelf">
      <div className="shelf-head">
        <h1>{text.heading}</h1>
        <div className="page-actions">
          <a className="button-quiet" href={address.newDeck}>
            {text.write}
          </a>
          <a className="button-quiet" href={address.bring}>
            {text.bring}
          </a>
        </div>
      </div>
      <search>
        <input
          className="field shelf-search"
          type="search"
          value={typed}
          aria-label={text.search}
          placeholder={text.search}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      {found ? (
        <SearchResults found={found} past={past} others={shipped} />
      ) : (
        shelfOf(own, shipped, language).map(({ of, decks }) => (
          <section key={of} aria-labelledby={`shelf-${of}`}>
            <h2 id={`shelf-${of}`}>{of === "own" ? text.own : text.kinds[of]}</h2>
            <ul className="deck-list">
              {decks.map((deck) => (
                <DeckEntry key={deck.id} deck={deck} spoken={spokenOf(deck, past)} />
              ))}
            </ul>
          </section>
        ))
      )}
    </section>
  );
}
