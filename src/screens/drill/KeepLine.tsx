import { type FormEvent, type ReactElement, useId, useState } from "react";
import { catalogues } from "../../i18n/languages.ts";
import { clientDeckId, type KeptLine, keepClientLine } from "../../prompts/clientLines.ts";
import type { Language } from "../../prompts/deck.ts";
import { problemSentence } from "../../prompts/problems.ts";
import { address } from "../route.ts";
import { fullOrOther, useApp } from "../services.tsx";

type Outcome = KeptLine | Readonly<{ notKept: "full" | "other" }>;

/**
 * One field for what a real client said: it becomes a line that any client may say, and a title to answer.
 * @param language of the drill, which is that of the line
 */
export function KeepLine({ language }: Readonly<{ language: Language }>): ReactElement {
  const { words, ownDecks } = useApp();
  const { titles: text } = words;
  const id = useId();
  const [said, setSaid] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    let came: KeptLine | undefined;
    try {
      await ownDecks.change(clientDeckId(language), (deck) => {
        came = keepClientLine(deck, said, language, catalogues[language].words.titles.clientDeck);
        return "deck" in came ? came.deck : null;
      });
      setOutcome(came ?? null);
      if (came && "deck" in came) setSaid("");
    } catch (error) {
      setOutcome({ notKept: fullOrOther(error) });
    }
  };
  const refused = outcome !== null && !("deck" in outcome);
  return (
    <form className="keep-line" onSubmit={(event) => void keep(event)}>
      <label htmlFor={id}>{text.keep}</label>
      <div className="text-form-row">
        <input
          id={id}
          className="field"
          type="text"
          lang={language}
          value={said}
          placeholder={text.keepHint}
          autoComplete="off"
          aria-invalid={refused}
          aria-describedby={`${id}-came`}
          onChange={(event) => {
            setSaid(event.target.value);
            setOutcome(null);
          }}
        />
        <button type="submit" className="button-quiet" disabled={said.trim() === ""}>
          {text.keepIt}
        </button>
      </div>
      <p id={`${id}-came`} className={refused ? "trouble" : "quiet"} role="status">
        {outcome && <Came outcome={outcome} language={language} />}
      </p>
    </form>
  );
}

function Came({ outcome, language }: Readonly<{ outcome: Outcome; language: Language }>): ReactElement {
  const { decks, titles: text } = useApp().words;
  if ("notKept" in outcome) return <>{text.notKept[outcome.notKept]}</>;
  if ("problem" in outcome) return <>{problemSentence(outcome.problem, decks)}</>;
  return (
    <>
      {outcome.isNew ? text.kept : text.keptAlready}{" "}
      <a href={address.deck(clientDeckId(language))}>{text.keptWhere}</a>
    </>
  );
}
