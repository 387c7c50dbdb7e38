import { type ReactElement, useRef, useState } from "react";
import type { Past } from "../../deal/past.ts";
import type { Deck } from "../../prompts/deck.ts";
import { removeTitle, restoreTitle, rewordTitle } from "../../prompts/editing.ts";
import { useApp } from "../services.tsx";
import { TextForm } from "./TextForm.tsx";
import { TitleRow } from "./TitleRow.tsx";
import type { Tell } from "./tell.ts";
import type { Library, Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  deck: Deck;
  past: Past;
  others: readonly Deck[];
  /** What changes the titles of a deck of the user's own; null for one that comes with the app. */
  change: Readonly<{ edit: Library["edit"]; tell: Tell }> | null;
}>;

/** So many titles are drawn at a time: two thousand at once would hold up the page. */
const PAGE = 200;

/** The titles of a deck, in their order; those of an own deck can be changed where they stand. */
export function TitleList({ deck, past, others, change }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const [most, setMost] = useState(PAGE);
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const close = (id: string) => {
    setEditing(null);
    // Back to the button that opened the form, once it is drawn again.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-change="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  const left = deck.titles.length - most;
  return (
    <>
      <ul className="title-list" ref={list}>
        {deck.titles
          .slice(0, most)
          .map((title) =>
            change && editing === title.id ? (
              <EditedTitle
                key={title.id}
                deck={deck}
                title={title}
                change={change}
                onClose={() => close(title.id)}
              />
            ) : (
              <TitleRow
                key={title.id}
                deck={deck}
                title={title}
                past={past}
                others={others}
                onChange={change ? () => setEditing(title.id) : undefined}
              />
            ),
          )}
      </ul>
      {left > 0 && (
        <button type="button" className="button-quiet more" onClick={() => setMost(most + PAGE)}>
          {text.more(Math.min(left, PAGE))}
        </button>
      )}
    </>
  );
}

type EditedProps = Readonly<{
  deck: Deck;
  title: Deck["titles"][number];
  change: NonNullable<Props["change"]>;
  onClose(): void;
}>;

function EditedTitle({ deck, title, change: { edit, tell }, onClose }: EditedProps): ReactElement {
  const { titles: text } = useApp().words;
  const isLast = deck.titles.length === 1;
  const save = async (words: string): Promise<Refusal | null> => {
    const refusal = await edit(deck.id, (now) => rewordTitle(now, title.id, words));
    if (refusal === null) onClose();
    return refusal;
  };
  const remove = async () => {
    const at = deck.titles.findIndex(({ id }) => id === title.id);
    if ((await edit(deck.id, (now) => removeTitle(now, title.id))) !== null) return;
    onClose();
    tell(text.removed(title.text), () => void edit(deck.id, (now) => restoreTitle(now, title, at)));
  };
  return (
    <li className="title-row title-edited">
      <TextForm
        label={text.title}
        lang={deck.language}
        action={text.save}
        initial={title.text}
        onSave={save}
        onCancel={onClose}
        after={
          <button type="button" className="button-plain" disabled={isLast} onClick={() => void remove()}>
            {text.remove}
          </button>
        }
      />
      {isLast && <p className="quiet">{text.lastTitle}</p>}
    </li>
  );
}
