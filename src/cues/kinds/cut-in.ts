import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The client cuts in, mid-sentence, with a line of the deck. */
export default cueKind({
  id: "cut-in",
  spoken: true,
  strikes: "mid-speech",
  patience: s(10),
  ending: { least: s(1.5), most: s(6), carriedOn: null },
  scene: { expression: "cutting-in", hides: [], breath: s(0) },
});
