import { type ReactElement, useCallback, useState } from "react";
import { numberText, sizeText } from "../../i18n/format.ts";
import { isTight, minutesLeft, suggestions } from "../../store/space.ts";
import type { Take } from "../../store/take.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { useAsync } from "../useAsync.ts";

/** How much room there is, whether the browser keeps its word, and what could go first. */
export function SpacePanel({ takes }: Readonly<{ takes: readonly Take[] }>): ReactElement {
  const { words, language, storage, chosen } = useApp();
  const { data } = words;
  const [asked, setAsked] = useState(0);
  const look = useCallback(async () => {
    const persistent = asked > 0 ? await storage.askToPersist() : await storage.isPersistent();
    return { persistent, estimate: await storage.estimate() };
  }, [storage, asked]);
  const looked = useAsync(look);
  const used = takes.reduce((sum, take) => sum + take.audio.bytes, 0);
  const { estimate, persistent } =
    looked.state === "ready" ? looked.value : { estimate: null, persistent: null };
  const tight = estimate !== null && isTight(estimate);
  const minutes = estimate ? numberText(minutesLeft(estimate), language) : "";
  return (
    <div className="panel">
      <p>
        {data.used(sizeText(used, language), takes.length)}{" "}
        {estimate === null ? data.leftUnknown : !tight && data.left(minutes)}
      </p>
      {tight && <p className="notice">{data.tight(minutes)}</p>}
      {persistent !== null && <p className="quiet">{persistent ? data.persistent : data.notPersistent}</p>}
      {persistent === false && (
        <button type="button" className="button-quiet" onClick={() => setAsked((times) => times + 1)}>
          {data.askPersistent}
        </button>
      )}
      {tight && (
        <>
          <h3>{data.suggest}</h3>
          <ul>
            {suggestions(takes, chosen.backup?.at ?? null).map(({ take, because }) => (
              <li key={take.id}>
                <a href={address.take(take.id)} lang={take.language}>
                  {take.title.text}
                </a>{" "}
                <span className="quiet">
                  {sizeText(take.audio.bytes, language)} · {data.because[because]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
