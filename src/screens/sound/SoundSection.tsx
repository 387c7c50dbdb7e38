import type { ReactElement } from "react";
import { type Summary, summaryOf } from "../../measure/summary.ts";
import type { Take } from "../../store/take.ts";
import type { MeasuringState } from "../../studio/measuring.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";
import { CueEffects } from "./CueEffects.tsx";
import { FigureList } from "./FigureList.tsx";
import { useMeasures } from "./useMeasures.ts";

/** What the sound of a take says: the few numbers, each with what it is. No marks, no colours: nobody is graded. */
export function SoundSection({ take, audio }: Readonly<{ take: Take; audio: Blob }>): ReactElement {
  const { sound } = useApp().words;
  const state = useMeasures(take, audio);
  return (
    <section className="sound" aria-labelledby="sound">
      <h2 id="sound">{sound.heading}</h2>
      {state.is === "measured" ? (
        <Numbers summary={summaryOf(state.measures)} gained={take.microphone.autoGainControl !== false} />
      ) : (
        <Unmeasured state={state} />
      )}
    </section>
  );
}

function Unmeasured({
  state,
}: Readonly<{ state: Exclude<MeasuringState, { is: "measured" }> }>): ReactElement {
  const { sound } = useApp().words;
  if (state.is === "failed") return <p className="quiet">{sound.failed}</p>;
  if (state.is === "waiting") return <p className="quiet">{sound.waiting}</p>;
  return (
    <label className="sound-progress quiet">
      {sound.measuring}
      <progress max={1} value={state.share} />
    </label>
  );
}

type NumbersProps = Readonly<{ summary: Summary; gained: boolean }>;

function Numbers({ summary, gained }: NumbersProps): ReactElement {
  const { sound, measures } = useApp().words;
  const { verdict, cues } = summary;
  return (
    <>
      {verdict === "fine" ? <p className="quiet">{sound.intro}</p> : <p>{sound[verdict]}</p>}
      <FigureList summary={summary} gained={gained} />
      {cues.length > 0 && <CueEffects cues={cues} />}
      <p>
        <a href={address.measures}>{measures.heading}</a>
      </p>
    </>
  );
}
