import type { ReactElement } from "react";
import type { Drill } from "../../drill/state.ts";
import type { KeptTake } from "../../studio/takeMaker.ts";
import { useApp } from "../services.tsx";
import { TakeReview } from "../TakeReview.tsx";
import { useKey } from "../useKey.ts";
import { FailureText } from "./FailureText.tsx";
import { SaveFile } from "./SaveFile.tsx";

type Props = Readonly<{
  drill: Extract<Drill, { phase: "rating" }>;
  /** undefined while it is being made whole. */
  kept: KeptTake | undefined;
  send(wish: "rated"): void;
}>;

/** After a round: hear it, rate it, go on. All of it can be skipped. */
export function RoundReview({ drill, kept, send }: Props): ReactElement {
  const { words } = useApp();
  const { plan, round, outcome } = drill;
  const last = round + 1 >= plan.rounds.length;
  useKey("Enter", () => send("rated"));
  return (
    <main className="notebook round-review">
      <section className="page">
        <p className="quiet">{words.drill.round(round + 1, plan.rounds.length)}</p>
        <h1 lang={plan.language}>{outcome.title.text}</h1>
        {outcome.cutShort && <FailureText reason={outcome.cutShort} />}
        {!kept && (
          <p className="finishing" role="status">
            {words.drill.finishing}
          </p>
        )}
        {kept && !kept.finished && <p className="notice">{words.review.nothing}</p>}
        {kept?.finished && !kept.saved && <SaveFile finished={kept.finished} problem={kept.problem} />}
        {kept?.finished && (
          <TakeReview
            take={kept.finished.take}
            audio={kept.finished.audio}
            peaks={kept.finished.peaks}
            rateByKeys
          />
        )}
        <div className="page-actions">
          <button type="button" className="button-primary" onClick={() => send("rated")}>
            {last ? words.review.finish : words.review.next} <kbd>↵</kbd>
          </button>
          <span className="quiet">{words.review.optional}</span>
        </div>
      </section>
    </main>
  );
}
