import type { ReactElement } from "react";
import { clockText, fixedText } from "../../i18n/format.ts";
import { cueWords } from "../../i18n/languages.ts";
import type { CueSummary } from "../../measure/summary.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";

/** What each cue did to the speaker, one line each. */
export function CueEffects({ cues }: Readonly<{ cues: readonly CueSummary[] }>): ReactElement {
  const { words, language } = useApp();
  const { sound, measures } = words;
  const secondsText = (value: number) => `${fixedText(value, 1, language)} ${sound.units.seconds}`;
  return (
    <table className="cue-effects">
      <caption>{sound.cues}</caption>
      <thead>
        <tr>
          <th scope="col">{sound.cue}</th>
          <th scope="col">{sound.at}</th>
          <th scope="col">
            <a href={address.measure("recovery")}>{measures.list.recovery.name}</a>
          </th>
        </tr>
      </thead>
      <tbody>
        {cues.map(({ kind, at, recovery, held, stopLatency }) => (
          <tr key={at}>
            <th scope="row">
              {cueWords(words, kind).name}
              {stopLatency !== null && (
                <span className="quiet">{sound.stopped(secondsText(stopLatency))}</span>
              )}
            </th>
            <td>{clockText(at)}</td>
            <td className="cue-recovery">
              {held ? (
                <b>{sound.held}</b>
              ) : recovery === null ? (
                sound.unknown
              ) : (
                <b>{secondsText(recovery)}</b>
              )}
              {recovery === 0 && <span className="quiet">{sound.early}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
