import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Deck, DeckKind } from "../../prompts/deck.ts";
import { cleanText } from "../../prompts/editing.ts";
import { type Alike, apply, chosenOf, type Preview } from "../../prompts/importing/preview.ts";
import type { Wish } from "../../prompts/importing/target.ts";
import { lengths } from "../../prompts/texts.ts";
import { useApp } from "../services.tsx";
import { PreviewLists, PreviewWrong } from "./PreviewLists.tsx";
import { PreviewTarget } from "./PreviewTarget.tsx";
import type { Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  seen: Preview;
  /** It is being looked at anew: this is how it was. */
  looking: boolean;
  own: readonly Deck[];
  wish: Wish;
  onWish(change: Partial<Wish>): void;
  onAdd(seen: Preview, alike: Alike): Promise<void>;
  onGiveUp(): void;
}>;

/** What would be added, where to, and what would not; one button adds all of it. */
export function PreviewPanel({ seen, looking, own, wish, onWish, onAdd, onGiveUp }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [alike, setAlike] = useState<Alike>("add");
  const [name, setName] = useState<string | null>(null);
  const [kind, setKind] = useState<DeckKind | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => heading.current?.focus(), []);

  const { titles, lines } = chosenOf(seen, alike);
  const count = titles.length + lines.length;
  const like = [...seen.titles, ...seen.lines].filter(({ twin }) => twin !== null).length;
  const isNew = seen.before === null;
  const mayAdd = count > 0 && apply(seen, { alike }) !== null && !looking;
  const add = () => {
    const named = cleanText(name ?? seen.into.name, lengths.name);
    if (isNew && "problem" in named) return setRefusal(named);
    const about = { ...seen.into, kind: kind ?? seen.into.kind };
    const into = isNew && "text" in named ? { ...about, name: named.text } : seen.into;
    return void onAdd({ ...seen, into }, alike);
  };
  return (
    <div className="preview" aria-busy={looking}>
      <h2 ref={heading} tabIndex={-1}>
        {count > 0 ? text.willAdd(titles.length, lines.length) : text.willAddNothing}
      </h2>
      {count === 0 && seen.problems.length === 0 && like === 0 && <p>{text.allThere}</p>}
      {count === 0 && <PreviewWrong seen={seen} rest={false} />}
      {seen.titles.length + seen.lines.length > 0 && (
        <PreviewTarget
          seen={seen}
          own={own}
          wish={wish}
          onWish={onWish}
          name={name ?? seen.into.name}
          onName={(typed) => {
            setName(typed);
            setRefusal(null);
          }}
          refusal={refusal}
          kind={kind ?? seen.into.kind}
          onKind={setKind}
        />
      )}
      {like > 0 && (
        <label className="choice">
          <input
            type="checkbox"
            checked={alike === "leave"}
            onChange={(event) => setAlike(event.target.checked ? "leave" : "add")}
          />
          <span>{text.alike(like)}</span>
        </label>
      )}
      <div className="page-actions">
        {count > 0 && (
          <button type="button" className="button-primary" disabled={!mayAdd} onClick={add}>
            {text.addAll(count)}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onGiveUp}>
          {text.cancel}
        </button>
      </div>
      {count > 0 && <PreviewWrong seen={seen} rest />}
      <PreviewLists seen={seen} alike={alike} />
    </div>
  );
}
