import type { ReactElement } from "react";
import { catalogues } from "../../i18n/languages.ts";
import {
  type DeckKind,
  deckKinds,
  type Language,
  languages,
  type Temper,
  tempers,
} from "../../prompts/deck.ts";
import { useApp } from "../services.tsx";

type Choice<T> = Readonly<{ value: T; onChange(value: T): void }>;

/** What sort of talking the titles of a deck are. */
export function KindSelect({ value, onChange }: Choice<DeckKind>): ReactElement {
  const { titles: text } = useApp().words;
  return (
    <label className="pick">
      <span>{text.kind}</span>
      <select
        value={value}
        onChange={({ target }) => onChange(deckKinds.find((kind) => kind === target.value) ?? value)}
      >
        {deckKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text.kinds[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The language that titles are in. */
export function LanguageSelect({ value, onChange }: Choice<Language>): ReactElement {
  const { titles: text } = useApp().words;
  return (
    <label className="pick">
      <span>{text.language}</span>
      <select
        value={value}
        onChange={({ target }) => onChange(languages.find((each) => each === target.value) ?? value)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {catalogues[each].name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whose line it is; null: anybody’s. */
export function TemperSelect({ value, onChange }: Choice<Temper | null>): ReactElement {
  const { titles: text } = useApp().words;
  return (
    <label className="pick">
      <span className="visually-hidden">{text.temper}</span>
      <select
        value={value ?? ""}
        onChange={({ target }) => onChange(tempers.find((each) => each === target.value) ?? null)}
      >
        <option value="">{text.anyTemper}</option>
        {tempers.map((temper) => (
          <option key={temper} value={temper}>
            {text.tempers[temper]}
          </option>
        ))}
      </select>
    </label>
  );
}
