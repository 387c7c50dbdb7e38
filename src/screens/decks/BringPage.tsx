import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { Deck } from "../../prompts/deck.ts";
import { isSameDeck } from "../../prompts/editing.ts";
import type { Source } from "../../prompts/importing/examine.ts";
import { type Alike, apply, chosenOf, type Preview } from "../../prompts/importing/preview.ts";
import type { Wish } from "../../prompts/importing/target.ts";
import { address } from "../route.ts";
import { fullOrOther, useApp } from "../services.tsx";
import { BringForm } from "./BringForm.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { Trouble } from "./Trouble.tsx";
import type { Tell } from "./tell.ts";
import { useExamination } from "./useExamination.ts";
import type { Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  /** An own deck to bring titles into; null: any. */
  into: string | null;
  /** What stands in a shared address; null when this is none. */
  add: string | null;
  own: readonly Deck[];
  shipped: readonly Deck[];
  /** The last file that was dropped on the page. */
  dropped: File | null;
  reload(): Promise<void>;
  tell: Tell;
}>;

/** Titles from outside: pasted, in a file, in a link. First it is shown what would happen, then all of it does. */
export function BringPage({ into, add, own, shipped, dropped, reload, tell }: Props): ReactElement {
  const { words, language, ownDecks, random } = useApp();
  const { titles: text } = words;
  const [source, setSource] = useState<Source | null>(() => (add === null ? null : { link: add }));
  const [wish, setWish] = useState<Wish>(() => ({
    into,
    language,
    name: text.usualName,
    seed: Math.floor(random() * 2 ** 32),
  }));
  const [pasted, setPasted] = useState("");
  const [changed, setChanged] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (dropped) setSource({ file: dropped, name: dropped.name });
  }, [dropped]);
  const library = useMemo(() => ({ own, shipped }), [own, shipped]);
  const examination = useExamination(source, library, wish);

  const giveUp = () => {
    setChanged(false);
    setRefusal(null);
    if (source && "link" in source) window.location.hash = address.decks;
    else setSource(null);
  };
  /** Adds all of it to the deck that was looked at; if that was changed since, it is looked at once more. */
  const addAll = async (seen: Preview, alike: Alike) => {
    try {
      const kept = await ownDecks.change(seen.into.id, (stored) =>
        isSameDeck(stored, seen.before) ? apply(seen, { alike }) : null,
      );
      await reload();
      if (kept === null) return setChanged(true);
      const { titles, lines } = chosenOf(seen, alike);
      tell(text.added(kept.name, titles.length + lines.length));
      window.location.hash = address.deck(kept.id);
    } catch (error) {
      setRefusal({ notKept: fullOrOther(error) });
    }
  };
  const seen = "seen" in examination ? examination.seen : null;
  return (
    <section className="page bring">
      <p className="quiet">
        <a href={address.decks}>{text.back}</a>
      </p>
      <h1>{text.bringHeading}</h1>
      {examination.step === "failed" && (
        <p className="notice" role="alert">
          {text.cannotRead}
        </p>
      )}
      {examination.step === "looking" && (
        <div className="looking" role="status">
          <p>{text.looking}</p>
          <progress aria-label={text.looking} />
          <button type="button" className="button-quiet" onClick={giveUp}>
            {text.cancel}
          </button>
        </div>
      )}
      {changed && <p className="notice">{text.changedMeanwhile}</p>}
      {refusal && <Trouble refusal={refusal} />}
      {seen ? (
        <PreviewPanel
          seen={seen}
          looking={examination.step === "looking"}
          own={own}
          wish={wish}
          onWish={(change) => setWish({ ...wish, ...change })}
          onAdd={addAll}
          onGiveUp={giveUp}
        />
      ) : (
        examination.step !== "looking" && (
          <BringForm pasted={pasted} onPasted={setPasted} onSource={setSource} />
        )
      )}
    </section>
  );
}
