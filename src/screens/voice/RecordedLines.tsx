import { type ReactElement, useCallback, useEffect, useState } from "react";
import { lineKey } from "../../client/lineKey.ts";
import type { SpokenLine } from "../../client/sound.ts";
import type { Deck } from "../../prompts/deck.ts";
import type { RecordedLine } from "../../store/voices.ts";
import { useApp } from "../services.tsx";
import { useAsync } from "../useAsync.ts";
import { LineRecorder } from "./LineRecorder.tsx";
import type { Hearing } from "./useHearing.ts";

/** Stands for the lines that are recorded, wherever they come from. No deck's id is like it. */
const KEPT = "recorded";

/** Lines that the user or a colleague speaks for the client: choose, record, hear, keep, delete. */
export function RecordedLines({ hearing }: Readonly<{ hearing: Hearing }>): ReactElement {
  const { words, language, chosen, choose, clock, voices, loadDecks, ownDecks } = useApp();
  const { lines: text } = words.voice;
  const [recorded, setRecorded] = useState<ReadonlyMap<string, RecordedLine>>(new Map());
  const [failed, setFailed] = useState(false);
  const [told, setTold] = useState(false);
  const [from, setFrom] = useState<string>();
  const [open, setOpen] = useState<string | null>(null);
  const reload = useCallback(() => voices.list().then(setRecorded, () => setFailed(true)), [voices]);
  useEffect(() => void reload(), [reload]);
  const loaded = useAsync(
    useCallback(async () => {
      const own = (await ownDecks.list().catch(() => [])).filter((deck) => deck.language === language);
      return decksWithLines([...own, ...(await loadDecks(language))]);
    }, [ownDecks, loadDecks, language]),
  );
  const decks = loaded.state === "ready" ? loaded.value : [];
  const kept = [...recorded.values()].filter((line) => line.language === language);
  const isThere = decks.some(({ id }) => id === from) || (from === KEPT && kept.length > 0);
  const usual = decks.find(({ id }) => id === `${language}/${chosen.trade}`) ?? decks[0];
  const shown = isThere ? from : usual?.id;
  const deckLines = decks.find(({ id }) => id === shown)?.lines.map((line) => line.text) ?? [];
  const lines = shown === KEPT ? kept.map((line) => line.text) : [...new Set(deckLines)];

  const change = async (work: Promise<void>) => {
    setFailed(
      await work.then(
        () => false,
        () => true,
      ),
    );
    setOpen(null);
    await reload();
  };
  const keep = (line: string, spoken: SpokenLine) => {
    const record = { version: 1, language, text: line, ...spoken, recorded: clock.date().epoch } as const;
    void change(voices.save(lineKey(language, line), record));
    if (chosen.voice === "sounds") {
      choose({ voice: "recordings" }); // who records a line wants to hear it
      setTold(true);
    }
  };
  return (
    <section className="recorded-lines" aria-labelledby="recorded-lines">
      <h2 id="recorded-lines">{text.heading}</h2>
      <p className="quiet">{text.why}</p>
      <label className="pick">
        <span>{text.from}</span>
        <select
          value={shown}
          onChange={(event) => {
            setFrom(event.target.value);
            setOpen(null);
          }}
        >
          {kept.length > 0 && <option value={KEPT}>{text.kept(kept.length)}</option>}
          {decks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {failed && (
        <p className="notice" role="alert">
          {text.notKept}
        </p>
      )}
      {told && (
        <p className="notice" role="status">
          {text.spoken}
        </p>
      )}
      {loaded.state === "ready" && lines.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="line-list">
        {lines.map((line) => {
          const key = lineKey(language, line);
          const has = recorded.get(key);
          return (
            <li key={key} data-recorded={has !== undefined}>
              <q lang={language}>{line}</q>
              {open === key ? (
                <LineRecorder
                  hear={hearing.hear}
                  keep={(spoken) => keep(line, spoken)}
                  cancel={() => setOpen(null)}
                />
              ) : (
                <LineActions
                  line={line}
                  recorded={has !== undefined}
                  hear={() => has && hearing.hear(has)}
                  record={() => setOpen(key)}
                  remove={() => void change(voices.remove(key))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Decks that have lines: one's own first, then what fits any talk, then the rest as they come. */
function decksWithLines(decks: readonly Deck[]): readonly Deck[] {
  const rank = ({ id }: Deck) => (id.startsWith("own/") ? 0 : id.endsWith("/general") ? 1 : 2);
  return decks.filter(({ lines }) => lines.length > 0).toSorted((a, b) => rank(a) - rank(b));
}

type ActionProps = Readonly<{
  line: string;
  recorded: boolean;
  hear(): void;
  record(): void;
  remove(): void;
}>;

function LineActions({ line, recorded, hear, record, remove }: ActionProps): ReactElement {
  const { lines: text } = useApp().words.voice;
  if (!recorded) {
    return (
      <button type="button" className="button-quiet" aria-label={text.recordLine(line)} onClick={record}>
        {text.record}
      </button>
    );
  }
  return (
    <div className="panel-actions">
      <button type="button" className="button-quiet" aria-label={text.hearLine(line)} onClick={hear}>
        {text.hear}
      </button>
      <button type="button" className="button-quiet" aria-label={text.againLine(line)} onClick={record}>
        {text.again}
      </button>
      <button type="button" className="button-quiet" aria-label={text.removeLine(line)} onClick={remove}>
        {text.remove}
      </button>
    </div>
  );
}
