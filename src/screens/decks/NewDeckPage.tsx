import { type FormEvent, type ReactElement, useState } from "react";
import type { Deck, DeckKind } from "../../prompts/deck.ts";
import { addTitle, cleanText } from "../../prompts/editing.ts";
import { ownDeckId } from "../../prompts/importing/ids.ts";
import { lengths } from "../../prompts/texts.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { KindSelect, LanguageSelect } from "./selects.tsx";
import { Trouble } from "./Trouble.tsx";
import type { Library, Refusal } from "./useLibrary.ts";

/** A deck written by hand: a name and one title make one; the rest is written on its own page. */
export function NewDeckPage({ library }: Readonly<{ library: Library }>): ReactElement {
  const app = useApp();
  const { titles: text } = app.words;
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<DeckKind>("pitch");
  const [language, setLanguage] = useState(app.language);
  const [refused, setRefused] = useState<Readonly<{ at: "name" | "title" | "all"; why: Refusal }> | null>(
    null,
  );
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const named = cleanText(name, lengths.name);
    if ("problem" in named) return setRefused({ at: "name", why: named });
    const id = ownDeckId(named.text, isTaken(library), app.random);
    const empty: Deck = { id, language, name: named.text, kind, titles: [], lines: [] };
    const made = addTitle(empty, title);
    if ("problem" in made) return setRefused({ at: "title", why: made });
    const why = await library.add(made.deck);
    if (why) return setRefused({ at: "all", why });
    window.location.hash = address.deck(id);
  };
  const field = (at: "name" | "title", label: string, value: string, set: (value: string) => void) => (
    <label className="form-field">
      <span>{label}</span>
      <input
        className="field"
        type="text"
        lang={language}
        value={value}
        autoComplete="off"
        required
        aria-invalid={refused?.at === at}
        onChange={(change) => {
          set(change.target.value);
          setRefused(null);
        }}
      />
      {refused?.at === at && <Trouble refusal={refused.why} />}
    </label>
  );
  return (
    <section className="page">
      <p className="quiet">
        <a href={address.decks}>{text.back}</a>
      </p>
      <h1>{text.newHeading}</h1>
      <p className="lead">{text.newLead}</p>
      <form className="new-deck" onSubmit={(event) => void make(event)}>
        {field("name", text.name, name, setName)}
        {field("title", text.firstTitle, title, setTitle)}
        <div className="new-deck-choices">
          <KindSelect value={kind} onChange={setKind} />
          <LanguageSelect value={language} onChange={setLanguage} />
        </div>
        {refused?.at === "all" && <Trouble refusal={refused.why} />}
        <div className="page-actions">
          <button type="submit" className="button-primary">
            {text.make}
          </button>
          <a className="button-quiet" href={address.decks}>
            {text.cancel}
          </a>
        </div>
      </form>
    </section>
  );
}

const isTaken =
  ({ own }: Library) =>
  (id: string): boolean =>
    Array.isArray(own) && own.some((deck) => deck.id === id);
