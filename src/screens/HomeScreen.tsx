import { type ReactElement, useEffect } from "react";
import { clockText, dateText, numberText } from "../i18n/format.ts";
import { backupIsDue, isTight, minutesLeft } from "../store/space.ts";
import type { Take } from "../store/take.ts";
import { askForDrill } from "./drill/begin.ts";
import { RecoveredNotice } from "./RecoveredNotice.tsx";
import { address } from "./route.ts";
import { SupportSelect } from "./SupportSelect.tsx";
import { useApp } from "./services.tsx";
import { TradeSelect } from "./TradeSelect.tsx";
import { useAsync } from "./useAsync.ts";
import { useTakes } from "./useTakes.ts";

/** The start page: one button, the count of takes, what was last. `prepare` fetches what a take needs. */
export function HomeScreen({ prepare }: Readonly<{ prepare: () => Promise<unknown> }>): ReactElement {
  const { words, storageProblem, storageEmptied, chosen, choose } = useApp();
  const { home } = words;
  const { list, recovery } = useTakes();
  useEffect(() => {
    void prepare().catch(() => undefined); // it is asked for again when the drill opens
  }, [prepare]);
  const kept = list === undefined || list === "failed" ? [] : list.takes;
  const [latest] = kept;
  return (
    <section className="home">
      {storageProblem && (
        <p className="notice" role="alert">
          {storageProblem in home.storage
            ? home.storage[storageProblem as keyof typeof home.storage]
            : home.storage.other}
        </p>
      )}
      {storageEmptied && (
        <p className="notice" role="alert">
          {home.emptied} <a href={address.settings}>{words.data.backup.restore}</a>
        </p>
      )}
      <RecoveredNotice recovery={recovery} />
      <KeepingNotice takes={kept} />
      <h1 className="home-tagline">{home.tagline}</h1>
      <p className="home-plan">{home.plan}</p>
      <button type="button" className="button-primary home-start" onClick={askForDrill}>
        {home.start}
      </button>
      <div className="home-choices">
        <TradeSelect />
        <SupportSelect value={chosen.support} mayClimb change={(support) => choose({ support })} />
      </div>
      <p className="home-microphone">{home.microphone}</p>
      <div className="home-record">
        {kept.length > 0 ? <Total count={kept.length} /> : <p className="home-none">{home.none}</p>}
        {latest && <Latest take={latest} />}
      </div>
      <p className="home-people">{home.people}</p>
    </section>
  );
}

/** Before it is too late: the disk is nearly full, or much has been added since the last backup. */
function KeepingNotice({ takes }: Readonly<{ takes: readonly Take[] }>): ReactElement | null {
  const { words, language, storage, chosen, clock } = useApp();
  const looked = useAsync(storage.estimate);
  const estimate = looked.state === "ready" ? looked.value : null;
  const tight = estimate !== null && isTight(estimate);
  const due = backupIsDue(takes, chosen.backup, clock.date().epoch);
  if (!tight && !due) return null;
  return (
    <p className="notice" role="status">
      {tight ? words.data.tight(numberText(minutesLeft(estimate), language)) : words.data.backup.due}{" "}
      <a href={address.settings}>{words.app.settings}</a>
    </p>
  );
}

function Total({ count }: Readonly<{ count: number }>): ReactElement {
  const { words, language } = useApp();
  return (
    <p className="home-total">
      <span className="big-number">{numberText(count, language)}</span>
      <span>{words.home.totalLabel(count)}</span>
      <span className="quiet">{words.home.next(numberText(nextRoundNumber(count), language))}</span>
    </p>
  );
}

/** The next number worth reaching: 10, 50, then every hundred. */
const nextRoundNumber = (count: number): number =>
  count < 10 ? 10 : count < 50 ? 50 : Math.floor(count / 100) * 100 + 100;

function Latest({ take }: Readonly<{ take: Take }>): ReactElement {
  const { words, language } = useApp();
  return (
    <p className="home-latest">
      <span className="quiet">
        {words.home.last} · {dateText(take.started, language)} · {clockText(take.length)}
      </span>
      <a href={address.take(take.id)} lang={take.language}>
        {take.title.text}
      </a>
      {take.notes && <q>{take.notes}</q>}
    </p>
  );
}
