import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The face across the table goes wrong, for no reason given. */
export default cueKind({
  id: "wrong-face",
  spoken: false,
  strikes: "mid-speech",
  patience: s(6),
  ending: { least: s(2.5), most: s(7), carriedOn: s(2.5) },
  scene: { expression: "wrong-face", hides: [], breath: s(0), sound: "chair" },
});
