import type { ReactElement } from "react";
import type { Past } from "../../deal/past.ts";
import type { Deck } from "../../prompts/deck.ts";
import type { Found } from "../../prompts/searching.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { DeckEntry } from "./DeckEntry.tsx";
import { TitleRow } from "./TitleRow.tsx";
import { spokenOf } from "./useSpoken.ts";

type Props = Readonly<{ found: Found; past: Past; others: readonly Deck[] }>;

/** What fits a search: decks by their name, titles with the deck they are in. */
export function SearchResults({ found, past, others }: Props): ReactElement {
  const { titles: text } = useApp().words;
  return (
    <>
      {found.decks.length > 0 && (
        <section aria-label={text.foundDecks}>
          <ul className="deck-list">
            {found.decks.map((deck) => (
              <DeckEntry key={deck.id} deck={deck} spoken={spokenOf(deck, past)} />
            ))}
          </ul>
        </section>
      )}
      <p className="quiet" role="status">
        {found.count > 0 || found.decks.length === 0 ? text.found(found.count) : ""}
        {found.count > found.titles.length && ` ${text.foundMore(found.titles.length)}`}
      </p>
      <ul className="title-list">
        {found.titles.map(({ deck, title }) => (
          <TitleRow key={`${deck.id}#${title.id}`} deck={deck} title={title} past={past} others={others}>
            <a className="title-deck" href={address.deck(deck.id)} lang={deck.language}>
              {deck.name}
            </a>
          </TitleRow>
        ))}
      </ul>
    </>
  );
}
