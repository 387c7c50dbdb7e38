import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The mind goes blank: title, outline and clock are gone; one slow breath out, then only the waiting client. */
export default cueKind({
  id: "blank",
  spoken: false,
  strikes: "mid-speech",
  patience: s(8),
  ending: { least: s(4.5), most: s(7.5), carriedOn: s(2) },
  scene: { expression: "waiting", hides: ["title", "support", "clock"], breath: s(4) },
});
