import { type ReactElement, useCallback, useMemo } from "react";
import { writeDrillLink } from "../drill/link.ts";
import { type Failure, failures } from "../drill/state.ts";
import { clockText, dateText } from "../i18n/format.ts";
import type { Take } from "../store/take.ts";
import { FailureText } from "./drill/FailureText.tsx";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";
import { TakeReview } from "./TakeReview.tsx";
import { useAsync } from "./useAsync.ts";

/** One take, opened again. */
export function TakeScreen({ id }: Readonly<{ id: string }>): ReactElement {
  const { words, language, takes } = useApp();
  const load = useCallback(async () => {
    const take = await takes.get(id);
    if (!take) return null;
    const peaks = await takes.peaks(id);
    const audio = await takes.audio(id).catch(() => NO_SOUND); // the player says that it cannot be played
    return { take, peaks, audio };
  }, [takes, id]);
  const loaded = useAsync(load);
  if (loaded.state === "loading") return <p className="waiting">{words.app.loading}</p>;
  if (loaded.state === "failed" || loaded.value === null) {
    return (
      <section className="page">
        <h1>{words.takes.gone}</h1>
        <p>{loaded.state === "failed" ? words.takes.loadFailed : words.takes.goneWhy}</p>
        <p>
          <a href={address.takes}>{words.takes.back}</a>
        </p>
      </section>
    );
  }
  const { take, audio, peaks } = loaded.value;
  return (
    <section className="page">
      <p className="quiet">
        <a href={address.takes}>{words.takes.back}</a> · {dateText(take.started, language)} ·{" "}
        {clockText(take.length)}
      </p>
      <h1 lang={take.language}>{take.title.text}</h1>
      {isFailure(take.cutShort) && <FailureText reason={take.cutShort} />}
      <TakeReview take={take} audio={audio} peaks={peaks} rateByKeys={take.rating === null} />
      <Facts take={take} />
    </section>
  );
}

const NO_SOUND = new Blob([]);

const isFailure = (reason: string | null): reason is Failure =>
  reason !== null && (failures as readonly string[]).includes(reason);

function Facts({ take }: Readonly<{ take: Take }>): ReactElement {
  const { takes: words } = useApp().words;
  const again = useMemo(() => writeDrillLink(take.plan), [take.plan]);
  const { echoCancellation, label } = take.microphone;
  const rows = [
    [words.pressure, String(take.pressure)],
    [words.microphone, label || words.unknown],
    [words.echo, echoCancellation === null ? words.unknown : echoCancellation ? words.on : words.off],
    [words.seed, String(take.seed)],
  ];
  return (
    <details className="facts">
      <summary>{words.facts}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={again}>{words.sameAgain}</a>
      </p>
    </details>
  );
}
