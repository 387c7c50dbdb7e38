import { type ReactElement, useState } from "react";
import type { Deck } from "../../prompts/deck.ts";
import { deckFileName, deckText } from "../../prompts/exporting.ts";
import type { Problem } from "../../prompts/problems.ts";
import { shareAddress } from "../../prompts/sharing.ts";
import { saveFile } from "../data/saveFile.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { Trouble } from "./Trouble.tsx";
import type { Tell } from "./tell.ts";
import type { Library, Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  deck: Deck;
  library: Library;
  tell: Tell;
  about: boolean;
  onAbout(): void;
}>;

/** What came of sharing: in the clipboard, or a link to copy by hand, or why there is none. */
type Shared = Readonly<{ link: string; copied: boolean }> | Readonly<{ problem: Problem }>;

/** All that is done with a whole deck of the user's own. */
export function DeckActions({ deck, library, tell, about, onAbout }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const [shared, setShared] = useState<Shared | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = () => saveFile(new Blob([deckText(deck)], { type: "application/json" }), deckFileName(deck));
  const share = async () => {
    const made = await shareAddress(deck);
    if ("problem" in made) {
      setShared(made);
      return;
    }
    const link = window.location.href.replace(/#.*$/s, "") + made.address;
    setShared({ link, copied: await copied(link) });
  };
  const remove = async () => {
    const refused = await library.remove(deck.id);
    setRefusal(refused);
    if (refused !== null) return;
    window.location.hash = address.decks;
    tell(text.removed(deck.name), () => void library.add(deck));
  };
  return (
    <>
      <div className="deck-actions">
        <button type="button" className="button-plain" aria-expanded={about} onClick={onAbout}>
          {text.about}
        </button>
        <a className="button-plain" href={address.bringInto(deck.id)}>
          {text.bringInto}
        </a>
        <button type="button" className="button-plain" onClick={save}>
          {text.export}
        </button>
        <button type="button" className="button-plain" onClick={() => void share()}>
          {text.share}
        </button>
        <button type="button" className="button-plain" onClick={() => void remove()}>
          {text.removeDeck}
        </button>
      </div>
      {refusal && <Trouble refusal={refusal} />}
      {shared && <SharedDeck shared={shared} onSave={save} />}
    </>
  );
}

function SharedDeck({ shared, onSave }: Readonly<{ shared: Shared; onSave(): void }>): ReactElement {
  const { titles: text } = useApp().words;
  if ("problem" in shared) {
    return (
      <div className="notice">
        <Trouble refusal={shared} />
        <button type="button" className="button-quiet" onClick={onSave}>
          {text.export}
        </button>
      </div>
    );
  }
  return (
    <div className="shared" role="status">
      <p>{shared.copied ? text.shared : text.sharedByHand}</p>
      <input
        className="field"
        type="text"
        readOnly
        aria-label={text.link}
        value={shared.link}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}

/** Whether the browser let it into the clipboard. */
const copied = (link: string): Promise<boolean> =>
  navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
