import { type ReactElement, useState } from "react";
import { type Deck, type Language, languages } from "../../prompts/deck.ts";
import { address, type DecksPlace } from "../route.ts";
import { useApp } from "../services.tsx";
import { UndoToast } from "../UndoToast.tsx";
import { BringPage } from "./BringPage.tsx";
import { DeckPage } from "./DeckPage.tsx";
import { NewDeckPage } from "./NewDeckPage.tsx";
import { ShelfPage } from "./ShelfPage.tsx";
import type { Tell } from "./tell.ts";
import { useFileDrop } from "./useFileDrop.ts";
import { useLibrary } from "./useLibrary.ts";
import { useSpoken } from "./useSpoken.ts";

type Told = Readonly<{ of: string; text: string; undo?: () => void }>;

const shelves: Readonly<Record<Language, readonly Language[]>> = { en: ["en"], "zh-CN": ["zh-CN"] };

/** All that one does with decks: look, change, write, bring in. */
export function DecksScreen({ place }: Readonly<{ place: DecksPlace }>): ReactElement {
  const { words, language, newId } = useApp();
  const library = useLibrary(place.is === "bring" ? languages : shelves[shelfLanguage(place, language)]);
  const past = useSpoken();
  const [told, setTold] = useState<Told | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const over = useFileDrop((file) => {
    setDropped(file);
    if (place.is !== "bring") window.location.hash = address.bring;
  });
  const { own, shipped } = library;
  if (own === undefined || shipped === undefined) return <p className="waiting">{words.app.loading}</p>;
  const tell: Tell = (text, undo) => setTold({ of: newId(), text, ...(undo ? { undo } : {}) });
  const mine = own === "failed" ? [] : own;
  return (
    <>
      {own === "failed" && (
        <p className="notice page-notice" role="alert">
          {words.titles.ownFailed}
        </p>
      )}
      {place.is === "shelf" && <ShelfPage own={mine} shipped={shipped} past={past} />}
      {place.is === "new" && <NewDeckPage library={library} />}
      {place.is === "bring" && (
        <BringPage
          key={`${place.into}/${place.add}`}
          into={place.into}
          add={place.add}
          own={mine}
          shipped={shipped}
          dropped={dropped}
          reload={library.reload}
          tell={tell}
        />
      )}
      {place.is === "deck" && (
        <DeckPage
          key={place.id}
          deck={deckOf(place.id, mine, shipped)}
          isOwn={mine.some(({ id }) => id === place.id)}
          shipped={shipped}
          library={library}
          past={past}
          tell={tell}
        />
      )}
      {over && <p className="drop-over">{words.titles.drop}</p>}
      {told && (
        <UndoToast
          of={told.of}
          text={told.text}
          onUndo={
            told.undo &&
            (() => {
              told.undo?.();
              setTold(null);
            })
          }
          onGone={() => setTold(null)}
        />
      )}
    </>
  );
}

/** A deck's page shows its own language's shelf, whatever the interface speaks. */
const shelfLanguage = (place: DecksPlace, language: Language): Language =>
  place.is === "deck" ? (languages.find((each) => place.id.startsWith(`${each}/`)) ?? language) : language;

const deckOf = (id: string, own: readonly Deck[], shipped: readonly Deck[]): Deck | null =>
  [...own, ...shipped].find((deck) => deck.id === id) ?? null;
