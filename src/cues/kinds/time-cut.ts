import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** The client has to leave early: of the time left, half remains. Early enough that something can still be cut. */
export default cueKind({
  id: "time-cut",
  spoken: true,
  notBefore: s(10),
  timeLeft: s(20),
  strikes: "mid-speech",
  patience: s(10),
  ending: { least: s(1.5), most: s(6), carriedOn: null },
  clock: { leaves: 0.5 },
  scene: { expression: "glance-at-watch", hides: [], breath: s(0) },
});
