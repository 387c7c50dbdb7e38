import type { ReactElement } from "react";
import type { Deck } from "../../prompts/deck.ts";
import { changeKind, renameDeck } from "../../prompts/editing.ts";
import { useApp } from "../services.tsx";
import { KindSelect } from "./selects.tsx";
import { TextForm } from "./TextForm.tsx";
import type { Library } from "./useLibrary.ts";

type Props = Readonly<{ deck: Deck; library: Library; onClose(): void }>;

/** The name and the kind of an own deck. Its id stays: takes and links point to it. */
export function DeckAbout({ deck, library, onClose }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const rename = async (name: string) => {
    const refusal = await library.edit(deck.id, (now) => renameDeck(now, name));
    if (refusal === null) onClose();
    return refusal;
  };
  return (
    <div className="deck-about">
      <TextForm
        label={text.name}
        lang={deck.language}
        action={text.save}
        initial={deck.name}
        onSave={rename}
        onCancel={onClose}
      />
      <KindSelect
        value={deck.kind}
        onChange={(kind) => void library.edit(deck.id, (now) => changeKind(now, kind))}
      />
    </div>
  );
}
