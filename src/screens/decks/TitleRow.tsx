import type { MouseEvent, ReactElement, ReactNode } from "react";
import { spareOf, titleKey } from "../../deal/hand.ts";
import { lastSpoken, type Past } from "../../deal/past.ts";
import { writeTitleLink } from "../../drill/link.ts";
import { dayText } from "../../i18n/format.ts";
import type { Deck } from "../../prompts/deck.ts";
import { beginDrill } from "../drill/begin.ts";
import { useApp } from "../services.tsx";
import { timesSpoken } from "./useSpoken.ts";

type Props = Readonly<{
  deck: Deck;
  title: Deck["titles"][number];
  past: Past;
  /** Decks a spare title may come from when this one has no other. */
  others: readonly Deck[];
  /** Stands before when it was last spoken on. */
  children?: ReactNode;
  /** With it, the title can be changed. */
  onChange?: (() => void) | undefined;
}>;

/** One title: when it was last spoken on, whether it is dealt, and a way to speak on it at once. */
export function TitleRow({ deck, title, past, others, children, onChange }: Props): ReactElement {
  const { words, language, chosen, choose } = useApp();
  const { titles: text } = words;
  const key = titleKey({ deck: deck.id, id: title.id });
  const isHidden = chosen.hidden.includes(key);
  const day = lastSpoken(past, key);
  const toggle = () =>
    choose({ hidden: isHidden ? chosen.hidden.filter((each) => each !== key) : [...chosen.hidden, key] });
  const hash = () => {
    const spare = spareOf(deck, title.id, others, timesSpoken(past), new Set(chosen.hidden));
    return writeTitleLink({ deck: deck.id, id: title.id }, spare, deck.language);
  };
  const about = <span className="visually-hidden"> {title.text}</span>;
  return (
    <li className="title-row" data-hidden={isHidden}>
      <div>
        <p className="title-text" lang={deck.language}>
          {title.text}
        </p>
        <p className="title-facts">
          {children}
          {day !== null && <span>{text.last(dayText(day, language))}</span>}
          {isHidden && <span>{text.hidden}</span>}
        </p>
      </div>
      <p className="title-actions">
        <a href={hash()} className="button-plain title-speak" onClick={(event) => beginHere(event, hash())}>
          {text.speak}
          {about}
        </a>
        <button type="button" className="button-plain" onClick={toggle}>
          {isHidden ? text.show : text.hide}
          {about}
        </button>
        {onChange && (
          <button type="button" className="button-plain" data-change={title.id} onClick={onChange}>
            {text.change}
            {about}
          </button>
        )}
      </p>
    </li>
  );
}

/** A plain click begins at once; with a key held, the link opens as links do. */
function beginHere(event: MouseEvent, hash: string): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  beginDrill(hash);
}
