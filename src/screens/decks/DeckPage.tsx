import { type ReactElement, useState } from "react";
import { titleKey } from "../../deal/hand.ts";
import type { Past } from "../../deal/past.ts";
import type { Deck } from "../../prompts/deck.ts";
import { addTitle } from "../../prompts/editing.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { DeckAbout } from "./DeckAbout.tsx";
import { DeckActions } from "./DeckActions.tsx";
import { LineList } from "./LineList.tsx";
import { TextForm } from "./TextForm.tsx";
import { TitleList } from "./TitleList.tsx";
import type { Tell } from "./tell.ts";
import type { Library } from "./useLibrary.ts";
import { spokenOf } from "./useSpoken.ts";

type Props = Readonly<{
  deck: Deck | null;
  isOwn: boolean;
  shipped: readonly Deck[];
  library: Library;
  past: Past;
  tell: Tell;
}>;

/** One deck: its titles, and, when it is the user's own, everything in it to change. */
export function DeckPage({ deck, isOwn, shipped, library, past, tell }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const [about, setAbout] = useState(false);
  if (deck === null) return <GoneDeck />;
  const spoken = spokenOf(deck, past);
  const others = shipped.filter(({ language }) => language === deck.language);
  return (
    <section className="page deck-page">
      <p className="quiet">
        <a href={address.decks}>{text.back}</a>
      </p>
      <h1 lang={deck.language}>{deck.name}</h1>
      <p className="quiet deck-facts">
        {text.kinds[deck.kind]} ·{" "}
        {spoken === 0 ? text.count(deck.titles.length) : text.spokenLong(spoken, deck.titles.length)}
      </p>
      {isOwn && (
        <DeckActions
          deck={deck}
          library={library}
          tell={tell}
          about={about}
          onAbout={() => setAbout(!about)}
        />
      )}
      {isOwn && about && <DeckAbout deck={deck} library={library} onClose={() => setAbout(false)} />}
      <HiddenNotice deck={deck} />
      <section aria-label={text.titlesOf}>
        <TitleList
          deck={deck}
          past={past}
          others={others}
          change={isOwn ? { edit: library.edit, tell } : null}
        />
        {isOwn && (
          <TextForm
            label={text.newTitle}
            lang={deck.language}
            action={text.add}
            hint={text.newTitleHint}
            onSave={(words) => library.edit(deck.id, (now) => addTitle(now, words))}
          />
        )}
      </section>
      {isOwn && <LineList deck={deck} edit={library.edit} tell={tell} />}
    </section>
  );
}

/** How many titles are hidden, and a way to have all of them back. */
function HiddenNotice({ deck }: Readonly<{ deck: Deck }>): ReactElement | null {
  const { words, chosen, choose } = useApp();
  const keys = new Set(deck.titles.map(({ id }) => titleKey({ deck: deck.id, id })));
  const hidden = chosen.hidden.filter((key) => keys.has(key));
  if (hidden.length === 0) return null;
  return (
    <p className="quiet hidden-count">
      {words.titles.hiddenCount(hidden.length)}{" "}
      <button
        type="button"
        className="button-plain"
        onClick={() => choose({ hidden: chosen.hidden.filter((key) => !keys.has(key)) })}
      >
        {words.titles.showAll}
      </button>
    </p>
  );
}

function GoneDeck(): ReactElement {
  const { titles: text } = useApp().words;
  return (
    <section className="page">
      <h1>{text.gone}</h1>
      <p>{text.goneWhy}</p>
      <p>
        <a href={address.decks}>{text.back}</a>
      </p>
    </section>
  );
}
