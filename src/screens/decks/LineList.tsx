import { type ReactElement, useState } from "react";
import { cueWords } from "../../i18n/languages.ts";
import type { Deck, Temper } from "../../prompts/deck.ts";
import { addLine, changeLine, lineKey, removeLine, restoreLine } from "../../prompts/editing.ts";
import { useApp } from "../services.tsx";
import { TemperSelect } from "./selects.tsx";
import { TextForm } from "./TextForm.tsx";
import type { Tell } from "./tell.ts";
import type { Library } from "./useLibrary.ts";

type Props = Readonly<{ deck: Deck; edit: Library["edit"]; tell: Tell }>;
type Line = Deck["lines"][number];

/** What clients may throw in while one speaks on the titles of an own deck. */
export function LineList({ deck, edit, tell }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const [editing, setEditing] = useState<string | null>(null);
  const [temper, setTemper] = useState<Temper | null>(null);
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{text.lines}</h2>
      <p className="quiet">{text.linesWhy}</p>
      <ul className="title-list">
        {deck.lines.map((line) => {
          const key = lineKey(line);
          return editing === key ? (
            <EditedLine
              key={key}
              deck={deck}
              line={line}
              edit={edit}
              tell={tell}
              onClose={() => setEditing(null)}
            />
          ) : (
            <LineRow key={key} deck={deck} line={line} onChange={() => setEditing(key)} />
          );
        })}
      </ul>
      <TextForm
        label={text.newLine}
        lang={deck.language}
        action={text.add}
        onSave={(words) => edit(deck.id, (now) => addLine(now, words, temper))}
      >
        <TemperSelect value={temper} onChange={setTemper} />
      </TextForm>
    </section>
  );
}

function LineRow({
  deck,
  line,
  onChange,
}: Readonly<{ deck: Deck; line: Line; onChange(): void }>): ReactElement {
  const { words } = useApp();
  const { titles: text } = words;
  return (
    <li className="title-row">
      <div>
        <p className="title-text" lang={deck.language}>
          {line.text}
        </p>
        <p className="title-facts">
          <span>{line.temper ? text.tempers[line.temper] : text.anyTemper}</span>
          {line.cue !== "cut-in" && <span>{cueWords(words, line.cue).name}</span>}
        </p>
      </div>
      <p className="title-actions">
        <button type="button" className="button-plain" onClick={onChange}>
          {text.change}
          <span className="visually-hidden"> {line.text}</span>
        </button>
      </p>
    </li>
  );
}

function EditedLine({
  deck,
  line,
  edit,
  tell,
  onClose,
}: Props & Readonly<{ line: Line; onClose(): void }>): ReactElement {
  const { titles: text } = useApp().words;
  const [temper, setTemper] = useState<Temper | null>(line.temper ?? null);
  const save = async (words: string) => {
    const refusal = await edit(deck.id, (now) => changeLine(now, line, words, temper));
    if (refusal === null) onClose();
    return refusal;
  };
  const remove = async () => {
    const at = deck.lines.findIndex((each) => lineKey(each) === lineKey(line));
    if ((await edit(deck.id, (now) => removeLine(now, line))) !== null) return;
    onClose();
    tell(text.removed(line.text), () => void edit(deck.id, (now) => restoreLine(now, line, at)));
  };
  return (
    <li className="title-row title-edited">
      <TextForm
        label={text.line}
        lang={deck.language}
        action={text.save}
        initial={line.text}
        onSave={save}
        onCancel={onClose}
        after={
          <button type="button" className="button-plain" onClick={() => void remove()}>
            {text.remove}
          </button>
        }
      >
        <TemperSelect value={temper} onChange={setTemper} />
      </TextForm>
    </li>
  );
}
