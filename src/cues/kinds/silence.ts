import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The close is said, and the client says nothing at all. Whoever speaks first gives something away. */
export default cueKind({
  id: "silence",
  spoken: false,
  place: "after",
  strikes: "at-once",
  patience: s(1),
  ending: { least: s(5), most: s(7.5), carriedOn: null },
  asks: "quiet",
  scene: { expression: "neutral", hides: ["clock"], breath: s(0) },
});
