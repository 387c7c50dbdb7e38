import { type ReactElement, useCallback } from "react";
import { cueKinds } from "../cues/index.ts";
import { catalogues, cueWords } from "../i18n/languages.ts";
import { type Language, languages } from "../prompts/deck.ts";
import { DataSettings } from "./data/DataSettings.tsx";
import { PressureSettings } from "./PressureSettings.tsx";
import { useApp } from "./services.tsx";
import { useAsync } from "./useAsync.ts";
import { useLevels } from "./useLevels.ts";
import { VoiceSettings } from "./voice/VoiceSettings.tsx";

/** The few settings, each with a sentence. They hold from the next drill on. */
export function SettingsScreen(): ReactElement {
  const { words, language, chosen, choose, loadDecks, ownDecks } = useApp();
  const { settings } = words;
  const decks = useAsync(
    useCallback(async () => {
      const own = await ownDecks.list().catch(() => []); // the page of the decks says when they cannot be read
      return [...own.filter((deck) => deck.language === language), ...(await loadDecks(language))];
    }, [loadDecks, ownDecks, language]),
  );
  const levels = useLevels();
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
      <VoiceSettings />
      <fieldset>
        <legend>{settings.cues}</legend>
        <p className="quiet">{settings.cuesHint}</p>
        {cueKinds.map(({ id }) => {
          const { name, explain } = cueWords(words, id);
          const level = levels.get(id);
          return (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={!chosen.cuesOff.includes(id)}
                onChange={(event) => choose({ cuesOff: toggled(chosen.cuesOff, id, !event.target.checked) })}
              />
              <span>
                <b>{name}</b> {explain}{" "}
                {level && <span className="quiet">{settings.workingAt(level.working, level.best)}</span>}
              </span>
            </label>
          );
        })}
      </fieldset>
      <PressureSettings />
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
      <DataSettings />
    </section>
  );
}

const nameOf = (language: Language | null, fromBrowser: string): string =>
  language === null ? fromBrowser : catalogues[language].name;
