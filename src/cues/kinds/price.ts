import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** “Just tell me the price”, before the value is on the table. */
export default cueKind({
  id: "price",
  spoken: true,
  temper: "price",
  strikes: "mid-speech",
  patience: s(10),
  ending: { least: s(1.5), most: s(6), carriedOn: null },
  scene: { expression: "sceptical", hides: [], breath: s(0) },
});
