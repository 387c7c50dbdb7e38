import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The boss walks in: say it again, in 20 s. The title stays, the round's clock waits for it. */
export default cueKind({
  id: "latecomer",
  spoken: true,
  notBefore: s(20), // there has to be something to say again
  strikes: "mid-speech",
  patience: s(10),
  ending: { least: s(1.5), most: s(6), carriedOn: null },
  clock: { extra: s(20) },
  scene: { expression: "engaged", hides: [], breath: s(0), sound: "door" },
});
