import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The pen is put down; two eyes, no blink. It softens when the speaker carries on all the same. */
export default cueKind({
  id: "cold-stare",
  spoken: false,
  harsh: true,
  strikes: "at-once",
  patience: s(2),
  ending: { least: s(3), most: s(7.5), carriedOn: s(3) },
  scene: { expression: "cold-stare", hides: [], breath: s(0), sound: "pen" },
});
