import { type ReactElement, useState } from "react";
import { voiceModeOf } from "../../drill/heard.ts";
import { kindsIn } from "../../drill/plan.ts";
import type { Support } from "../../drill/settings.ts";
import { currentRound, type Drill } from "../../drill/state.ts";
import { lengthText } from "../../i18n/format.ts";
import { cueWords } from "../../i18n/languages.ts";
import { toSeconds } from "../../lib/units.ts";
import { SupportSelect } from "../SupportSelect.tsx";
import { useApp } from "../services.tsx";
import { useKey } from "../useKey.ts";
import { SoundCheck } from "../voice/SoundCheck.tsx";
import { FailureText } from "./FailureText.tsx";

type Props = Readonly<{
  drill: Extract<Drill, { phase: "dealt" }>;
  notices: readonly string[];
  send(wish: "begin" | "leave"): void;
  switchOff(kinds: readonly string[]): void;
  support(support: Support): void;
}>;

/** The card lies face down: what this round is, why a client will be rude, and one button. */
export function DealtCard({ drill, notices, send, switchOff, support }: Props): ReactElement {
  const { words, language, chosen, choose } = useApp();
  const [off, setOff] = useState<readonly string[]>([]);
  const round = currentRound(drill);
  const kinds = kindsIn(round);
  const unexplained = kinds.filter((kind) => !chosen.explained.includes(kind));
  const [toExplain] = useState(unexplained); // stays while it is read
  const [toCheck] = useState(
    kinds.length > 0 && !chosen.soundChecked && voiceModeOf(chosen, drill.plan.softer) !== "off",
  );
  const [prepare, speak] = [round.prepareFor, round.speakFor].map((time) =>
    lengthText(toSeconds(time), language),
  );
  const begin = () => {
    if (off.length > 0) switchOff(off);
    if (unexplained.length > 0 || off.length > 0 || toCheck) {
      choose({
        // Passed by is answered, too; but below a long explanation it may not have been seen.
        soundChecked: chosen.soundChecked || (toCheck && toExplain.length === 0),
        explained: [...chosen.explained, ...unexplained],
        cuesOff: [...new Set([...chosen.cuesOff, ...off])],
      });
    }
    send("begin");
  };
  useKey(" ", begin);
  return (
    <main className="room dealt">
      <div className="dealt-card">
        {notices.map((notice) => (
          <p key={notice} className="notice" role="alert">
            {notice}
          </p>
        ))}
        <p className="dealt-round">{words.drill.round(drill.round + 1, drill.plan.rounds.length)}</p>
        <h1>{round.pressure === 0 ? words.drill.calm : words.drill.pressure(round.pressure)}</h1>
        <p className="dealt-times">
          {round.prepareFor > 0
            ? words.drill.times(prepare ?? "", speak ?? "")
            : words.drill.timesNow(speak ?? "")}
        </p>
        <SupportSelect
          value={drill.plan.support}
          mayClimb={false}
          change={(left) => left !== "climb" && support(left)}
        />
        {drill.problem && <FailureText reason={drill.problem} />}
        {toExplain.length > 0 && (
          <section className="dealt-explain">
            <h2>{words.drill.explain.heading}</h2>
            <p>{words.drill.explain.why}</p>
            <p>{words.drill.explain.whatToDo}</p>
            <fieldset>
              <legend>{words.drill.explain.switchOff}</legend>
              {toExplain.map((kind) => {
                const { name, explain } = cueWords(words, kind);
                return (
                  <label key={kind} className="choice">
                    <input
                      type="checkbox"
                      checked={!off.includes(kind)}
                      onChange={(event) =>
                        setOff(event.target.checked ? off.filter((each) => each !== kind) : [...off, kind])
                      }
                    />
                    <span>
                      <b>{name}</b> {explain}
                    </span>
                  </label>
                );
              })}
            </fieldset>
            <p>{words.drill.explain.stop}</p>
          </section>
        )}
        {toCheck && <SoundCheck />}
        <div className="room-actions">
          <button type="button" className="button-primary" onClick={begin}>
            {drill.problem ? words.drill.again : words.drill.begin} <kbd>{words.drill.key.space}</kbd>
          </button>
          <button type="button" className="button-quiet" onClick={() => send("leave")}>
            {words.drill.leave} <kbd>{words.drill.key.escape}</kbd>
          </button>
        </div>
      </div>
    </main>
  );
}
