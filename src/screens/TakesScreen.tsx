import { type ReactElement, useEffect, useState } from "react";
import { clockText, dateText, numberText } from "../i18n/format.ts";
import { cueWords } from "../i18n/languages.ts";
import { cueCounts, meanRating } from "../review/takeFacts.ts";
import type { Take } from "../store/take.ts";
import { askForDrill } from "./drill/begin.ts";
import { RecoveredNotice } from "./RecoveredNotice.tsx";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";
import { UndoToast } from "./UndoToast.tsx";
import { useTakes } from "./useTakes.ts";

/** All takes, newest first; each can be opened, and deleted with a way back. */
export function TakesScreen(): ReactElement {
  const { words, takes, clock, measuring } = useApp();
  const [deleted, setDeleted] = useState<Take | null>(null);
  const { list, reload, recovery } = useTakes();
  const shown = list === "failed" ? undefined : list;
  useEffect(() => (shown ? measuring.fill(shown.takes) : undefined), [measuring, shown]);

  const bin = async (take: Take, binned: number | null) => {
    await takes.bin(take.id, binned);
    setDeleted(binned === null ? null : take);
    reload();
  };
  return (
    <section className="page takes">
      <h1>
        {words.takes.heading}{" "}
        {shown && shown.takes.length > 0 && (
          <span className="quiet">{words.takes.count(shown.takes.length)}</span>
        )}
      </h1>
      <RecoveredNotice recovery={recovery} />
      {list === "failed" && (
        <p className="notice" role="alert">
          {words.takes.loadFailed}
        </p>
      )}
      {shown && shown.unreadable.length > 0 && (
        <p className="notice">{words.takes.unreadable(shown.unreadable.length)}</p>
      )}
      {shown?.takes.length === 0 && <NoTakes />}
      <ul className="take-list">
        {shown?.takes.map((take) => (
          <TakeRow key={take.id} take={take} onDelete={() => void bin(take, clock.date().epoch)} />
        ))}
      </ul>
      {deleted && (
        <UndoToast
          of={deleted.id}
          text={words.takes.deleted(deleted.title.text)}
          onUndo={() => void bin(deleted, null)}
          onGone={() => setDeleted(null)}
        />
      )}
    </section>
  );
}

function NoTakes(): ReactElement {
  const { words } = useApp();
  return (
    <div className="empty">
      <p className="lead">{words.takes.none}</p>
      <p>{words.takes.noneTodo}</p>
      <button type="button" className="button-primary" onClick={askForDrill}>
        {words.home.start}
      </button>
    </div>
  );
}

function TakeRow({ take, onDelete }: Readonly<{ take: Take; onDelete(): void }>): ReactElement {
  const { words, language } = useApp();
  const mean = meanRating(take.rating);
  const cues = cueCounts(take)
    .map(([kind, count]) => `${cueWords(words, kind).name}${count > 1 ? ` ×${count}` : ""}`)
    .join(language === "en" ? ", " : "、");
  return (
    <li className="take-row">
      <a className="take-title" href={address.take(take.id)} lang={take.language}>
        {take.title.text}
      </a>
      <span className="take-facts">
        <time dateTime={take.started.local}>{dateText(take.started, language)}</time>
        <span className="number">{clockText(take.length)}</span>
        <span>{mean === null ? words.takes.unrated : words.takes.rated(numberText(mean, language))}</span>
        <span>{cues || words.takes.calm}</span>
        {take.cutShort && <span>{words.takes.cutShort}</span>}
        {take.recovered && <span>{words.recovered.label}</span>}
      </span>
      <button type="button" className="button-quiet take-delete" onClick={onDelete}>
        {words.takes.delete}
        <span className="visually-hidden"> {take.title.text}</span>
      </button>
    </li>
  );
}
