import { useCallback, useEffect, useMemo, useState } from "react";
import type { Deck, Language } from "../../prompts/deck.ts";
import type { Edited } from "../../prompts/editing.ts";
import type { Problem } from "../../prompts/problems.ts";
import { fullOrOther, useApp } from "../services.tsx";
import { useAsync } from "../useAsync.ts";

/** Why a change was not kept: what is wrong with it, or with the storage. */
export type Refusal = Readonly<{ problem: Problem }> | Readonly<{ notKept: "full" | "other" }>;

/** All decks there are, and how the user's own are changed. */
export type Library = Readonly<{
  /** Undefined until they are read, "failed" when they cannot be. */
  own: readonly Deck[] | "failed" | undefined;
  /** Undefined until they are there. */
  shipped: readonly Deck[] | undefined;
  reload(): Promise<void>;
  /** Changes one deck as it is stored now; null when that is kept. */
  edit(id: string, rule: (deck: Deck) => Edited): Promise<Refusal | null>;
  /** Keeps a deck of an id that none has, such as one that was just removed. */
  add(deck: Deck): Promise<Refusal | null>;
  remove(id: string): Promise<Refusal | null>;
}>;

/**
 * The user's own decks as they are stored, read again whenever the user comes back to this tab, and those that come
 * with the app.
 * @param shelves languages of the latter; the same array every time
 */
export function useLibrary(shelves: readonly Language[]): Library {
  const { loadDecks, ownDecks } = useApp();
  const shipped = useAsync(
    useCallback(async () => (await Promise.all(shelves.map(loadDecks))).flat(), [loadDecks, shelves]),
  );
  if (shipped.state === "failed") throw shipped.error; // the decks that come with the app do not load
  const [own, setOwn] = useState<readonly Deck[] | "failed">();
  const reload = useCallback(
    () =>
      ownDecks.list().then(
        (next) => setOwn((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next)),
        () => setOwn("failed"),
      ),
    [ownDecks],
  );
  useEffect(() => {
    void reload();
    const again = () => void reload();
    window.addEventListener("focus", again);
    return () => window.removeEventListener("focus", again);
  }, [reload]);

  const change = useMemo(() => {
    const kept = async (work: () => Promise<Refusal | null>): Promise<Refusal | null> => {
      try {
        const refusal = await work();
        await reload();
        return refusal;
      } catch (error) {
        return { notKept: fullOrOther(error) };
      }
    };
    return {
      edit: (id: string, rule: (deck: Deck) => Edited) =>
        kept(async () => {
          let refusal: Refusal | null = null;
          await ownDecks.change(id, (deck) => {
            const edited = deck && rule(deck);
            if (edited === null) return null; // removed in another tab: the page will say so
            if ("deck" in edited) return edited.deck;
            refusal = edited;
            return null;
          });
          return refusal;
        }),
      add: (deck: Deck) =>
        kept(async () => {
          await ownDecks.change(deck.id, (here) => (here === null ? deck : null));
          return null;
        }),
      remove: (id: string) =>
        kept(async () => {
          await ownDecks.remove(id);
          return null;
        }),
    };
  }, [ownDecks, reload]);
  return { own, shipped: shipped.state === "ready" ? shipped.value : undefined, reload, ...change };
}
