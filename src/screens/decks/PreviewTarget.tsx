import { type ReactElement, useId } from "react";
import type { Deck, DeckKind } from "../../prompts/deck.ts";
import type { Preview } from "../../prompts/importing/preview.ts";
import type { Wish } from "../../prompts/importing/target.ts";
import { useApp } from "../services.tsx";
import { KindSelect, LanguageSelect } from "./selects.tsx";
import { Trouble } from "./Trouble.tsx";
import type { Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  seen: Preview;
  own: readonly Deck[];
  wish: Wish;
  onWish(change: Partial<Wish>): void;
  /** Of a new deck; why the name is none. */
  name: string;
  onName(name: string): void;
  refusal: Refusal | null;
  kind: DeckKind;
  onKind(kind: DeckKind): void;
}>;

/** Where an import goes: into one of the user's decks, or into a new one of that name, kind and language. */
export function PreviewTarget(props: Props): ReactElement {
  const { seen, own, onWish, name, onName, refusal, kind, onKind } = props;
  const { titles: text } = useApp().words;
  const id = useId();
  return (
    <div className="preview-target">
      {own.length > 0 && (
        <label className="pick">
          <span>{text.where}</span>
          <select value={seen.before?.id ?? "new"} onChange={(event) => onWish({ into: event.target.value })}>
            <option value="new">{text.newDeck}</option>
            {own.map((deck) => (
              <option key={deck.id} value={deck.id} lang={deck.language}>
                {deck.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {seen.because === "same-id" && <p className="quiet">{text.sameId}</p>}
      {seen.because === "shipped-id" && <p className="quiet">{text.shippedId}</p>}
      {seen.before === null && (
        <>
          <div className="form-field">
            <label htmlFor={id}>{own.length > 0 ? text.name : text.nameOfNew}</label>
            <input
              id={id}
              className="field"
              type="text"
              lang={seen.into.language}
              value={name}
              autoComplete="off"
              aria-invalid={refusal !== null}
              onChange={(event) => onName(event.target.value)}
            />
            {refusal && <Trouble refusal={refusal} />}
          </div>
          <div className="new-deck-choices">
            <KindSelect value={kind} onChange={onKind} />
            <LanguageSelect
              value={seen.into.language}
              onChange={(chosenLanguage) => onWish({ chosenLanguage })}
            />
          </div>
        </>
      )}
    </div>
  );
}
