import type { ReactElement } from "react";
import type { LinkProblem } from "../../drill/link.ts";
import type { Words } from "../../i18n/words.ts";
import { useApp } from "../services.tsx";
import { DrillRoom } from "./DrillRoom.tsx";
import { usePlan } from "./usePlan.ts";

/** A drill's address: deals it, and opens the room. */
export function DrillScreen({ query }: Readonly<{ query: string }>): ReactElement {
  const { words } = useApp();
  const planned = usePlan(query);
  if (planned.state === "failed") throw planned.error; // the decks that come with the app do not load
  if (planned.state === "loading") {
    return (
      <div className="room">
        <p className="room-waiting">{words.app.loading}</p>
      </div>
    );
  }
  const { plan, link, missingDecks, missingTitles } = planned.value;
  const notices = [
    ...link.problems.map((problem) => problemText(problem, words)),
    ...(missingTitles ? [words.drill.noTitles] : []),
    ...(missingDecks.length > 0 ? [words.drill.noDeck(missingDecks.join(", "))] : []),
  ];
  return <DrillRoom plan={plan} notices={notices} />;
}

function problemText({ parameter, value, expected }: LinkProblem, { drill }: Words): string {
  return drill.linkProblem(parameter, value, rightValue(expected, drill));
}

function rightValue(expected: LinkProblem["expected"], drill: Words["drill"]): string {
  if (expected === "titles") return drill.twoForEachRound;
  return "least" in expected ? drill.range(expected.least, expected.most) : drill.oneOf(expected.join(", "));
}
