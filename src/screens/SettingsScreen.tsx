import { type ReactElement, useCallback } from "react";
import { cueKinds } from "../cues/index.ts";
import { catalogues, cueWords } from "../i18n/languages.ts";
import { type Language, languages } from "../prompts/deck.ts";
import { DataSettings } from "./data/DataSettings.tsx";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";
import { useAsync } from "./useAsync.ts";

/** The few settings, each with a sentence. They hold from the next drill on. */
export function SettingsScreen(): ReactElement {
  const { words, language, chosen, choose, loadDecks } = useApp();
  const { settings } = words;
  const decks = useAsync(useCallback(() => loadDecks(language), [loadDecks, language]));
  const toggled = (list: readonly string[], id: string, on: boolean) =>
    on ? [...list.filter((each) => each !== id), id] : list.filter((each) => each !== id);
  return (
    <section className="page settings">
      <h1>{settings.heading}</h1>
      <fieldset>
        <legend>{settings.language}</legend>
        <p className="quiet">{settings.languageHint}</p>
        {[null, ...languages].map((each) => (
          <label key={each ?? "browser"} className="choice">
            <input
              type="radio"
              name="language"
              checked={chosen.language === each}
              onChange={() => choose({ language: each })}
            />
            <span {...(each ? { lang: each } : {})}>{nameOf(each, settings.fromBrowser)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{settings.headphones}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={chosen.headphones}
            onChange={(event) => choose({ headphones: event.target.checked })}
          />
          <span>{settings.headphonesHint}</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>{settings.cues}</legend>
        <p className="quiet">{settings.cuesHint}</p>
        {cueKinds.map(({ id }) => {
          const { name, explain } = cueWords(words, id);
          return (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={!chosen.cuesOff.includes(id)}
                onChange={(event) => choose({ cuesOff: toggled(chosen.cuesOff, id, !event.target.checked) })}
              />
              <span>
                <b>{name}</b> {explain}
              </span>
            </label>
          );
        })}
      </fieldset>
      {decks.state === "ready" && (
        <fieldset>
          <legend>{settings.decks}</legend>
          <p className="quiet">{settings.decksHint}</p>
          {decks.value.map(({ id, name, titles }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={chosen.decks.includes(id)}
                onChange={(event) => choose({ decks: toggled(chosen.decks, id, event.target.checked) })}
              />
              <span>
                <b>{name}</b> <span className="quiet">{settings.deckCount(titles.length)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="settings-more">
        <a href={address.measures}>{words.measures.heading}</a>
      </p>
      <DataSettings />
    </section>
  );
}

const nameOf = (language: Language | null, fromBrowser: string): string =>
  language === null ? fromBrowser : catalogues[language].name;
