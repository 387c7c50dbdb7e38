import type { ReactElement, ReactNode } from "react";
import { problemCount } from "../../prompts/importing/found.ts";
import { type Alike, chosenOf, type Duplicate, type Preview } from "../../prompts/importing/preview.ts";
import type { Twin } from "../../prompts/importing/twins.ts";
import { type Problem, placeText, problemText } from "../../prompts/problems.ts";
import { useApp } from "../services.tsx";

/** So many new entries are listed; the deck shows all of them once they are added. */
const MOST = 100;

/** What of an import is new, there already, and could be better: the first of each, the others counted. */
export function PreviewLists({ seen, alike }: Readonly<{ seen: Preview; alike: Alike }>): ReactElement {
  const { titles: text } = useApp().words;
  const { titles, lines } = chosenOf(seen, alike);
  const { hints, duplicates, duplicateCount } = seen;
  const added = titles.length + lines.length;
  return (
    <>
      {added > 0 && (
        <section aria-label={text.willAdd(titles.length, lines.length)}>
          <ul className="preview-list" lang={seen.into.language}>
            {[...titles, ...lines].slice(0, MOST).map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made whole or not at all
              <li key={at}>
                {entry.text}
                {entry.twin && <TwinOf twin={entry.twin} />}
              </li>
            ))}
          </ul>
          {added > MOST && <p className="quiet">{text.andMore(added - MOST)}</p>}
        </section>
      )}
      {duplicateCount > 0 && (
        <Quiet summary={text.there(duplicateCount)}>
          <ul className="preview-list">
            {duplicates.map((duplicate, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made whole or not at all
              <DuplicateRow key={at} of={duplicate} />
            ))}
          </ul>
          {duplicateCount > duplicates.length && (
            <p className="quiet">{text.andMore(duplicateCount - duplicates.length)}</p>
          )}
        </Quiet>
      )}
      {hints.length > 0 && (
        <Quiet summary={text.better(problemCount(hints))}>
          <p className="quiet">{text.betterWhy}</p>
          <Problems of={hints} />
        </Quiet>
      )}
    </>
  );
}

/** What is wrong, each with its place. */
export function PreviewWrong({
  seen,
  rest,
}: Readonly<{ seen: Preview; rest: boolean }>): ReactElement | null {
  const { titles: text } = useApp().words;
  const { problems } = seen;
  if (problems.length === 0) return null;
  return (
    <section className="notice preview-wrong" aria-labelledby="preview-wrong">
      <h3 id="preview-wrong">{text.wrong(problemCount(problems))}</h3>
      <p>{rest ? text.wrongWhy : text.nothingTodo}</p>
      <Problems of={problems} />
    </section>
  );
}

function Problems({ of }: Readonly<{ of: readonly Problem[] }>): ReactElement {
  const { decks } = useApp().words;
  return (
    <ul className="preview-list">
      {of.map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made whole or not at all
        <li key={at}>{problemText(problem, decks)}</li>
      ))}
    </ul>
  );
}

function DuplicateRow({ of: { text, place, twin } }: Readonly<{ of: Duplicate }>): ReactElement {
  const { decks } = useApp().words;
  const where = placeText(place, decks);
  return (
    <li>
      {text}
      {where !== "" && <span className="quiet"> · {where}</span>}
      <TwinOf twin={twin} />
    </li>
  );
}

/** Which other text it is like. */
function TwinOf({ twin }: Readonly<{ twin: Twin }>): ReactElement {
  const { words, language } = useApp();
  const { titles: text } = words;
  const { deck, same, text: other } = twin;
  const told =
    deck === null
      ? (same ? text.sameHere : text.nearHere)(other)
      : (same ? text.sameIn : text.nearIn)(other, deck.name);
  return (
    <span className="quiet preview-twin" lang={language}>
      {told}
    </span>
  );
}

/** Something to know that is in nobody's way: it opens when it is asked for. */
function Quiet({ summary, children }: Readonly<{ summary: string; children: ReactNode }>): ReactElement {
  return (
    <details className="preview-quiet">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
