import { type ReactElement, useEffect, useRef } from "react";
import type { Drill } from "../../drill/state.ts";
import { clockText } from "../../i18n/format.ts";
import type { KeptTake } from "../../studio/takeMaker.ts";
import { autoBackup } from "../data/autoBackup.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { askForDrill } from "./begin.ts";
import { KeepLine } from "./KeepLine.tsx";
import { SaveFile } from "./SaveFile.tsx";

type Props = Readonly<{ drill: Drill; kept: ReadonlyMap<number, KeptTake> }>;

/** The drill is over, or was stopped: what was said, and where to go from here. */
export function Ended({ drill, kept }: Props): ReactElement {
  const { words } = useApp();
  const { review } = words;
  const app = useApp();
  const latest = useRef(app);
  latest.current = app;
  const whole = drill.outcomes.length > 0 && drill.outcomes.every(({ round }) => kept.has(round));
  useEffect(() => {
    if (whole) void autoBackup(latest.current).catch(() => undefined); // settings show when the last one was made
  }, [whole]);
  const left = drill.phase === "left";
  const why = drill.plan.rounds.length === 1 ? review.finishedOne : review.finishedWhy;
  return (
    <main className="notebook ended">
      <section className="page">
        <h1>{left ? review.left : review.finished}</h1>
        <p className="lead">
          {left ? (drill.outcomes.length > 0 ? review.leftKept : review.leftEmpty) : why}
        </p>
        {drill.outcomes.length > 0 && (
          <section aria-label={review.yours}>
            <h2>{review.yours}</h2>
            <ol className="ended-takes">
              {drill.outcomes.map(({ round, title }) => (
                <li key={round} lang={drill.plan.language}>
                  <EndedTake title={title.text} kept={kept.get(round)} />
                </li>
              ))}
            </ol>
          </section>
        )}
        <KeepLine language={drill.plan.language} />
        <p className="lead people">{review.people}</p>
        <div className="page-actions">
          <a className="button-primary" href={address.home}>
            {review.home}
          </a>
          <button type="button" className="button-quiet" onClick={askForDrill}>
            {review.oneMore}
          </button>
        </div>
      </section>
    </main>
  );
}

function EndedTake({ title, kept }: Readonly<{ title: string; kept: KeptTake | undefined }>): ReactElement {
  const { words } = useApp();
  if (!kept) {
    return (
      <>
        {title} <span className="quiet">{words.drill.finishing}</span>
      </>
    );
  }
  if (!kept.finished) {
    return (
      <>
        {title} <span className="quiet">{words.review.nothing}</span>
      </>
    );
  }
  const { take } = kept.finished;
  return (
    <>
      {kept.saved ? <a href={address.take(take.id)}>{title}</a> : title}{" "}
      <span className="quiet">{clockText(take.length)}</span>
      {!kept.saved && <SaveFile finished={kept.finished} problem={kept.problem} />}
    </>
  );
}
