import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** A question about something else altogether. It wants a word of answer, and a bridge back. */
export default cueKind({
  id: "off-topic",
  spoken: true,
  temper: "off-topic",
  strikes: "mid-speech",
  patience: s(10),
  ending: { least: s(1.5), most: s(6), carriedOn: null },
  scene: { expression: "amused", hides: [], breath: s(0) },
});
