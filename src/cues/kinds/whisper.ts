import { s } from "../../lib/units.ts";
import { cueKind } from "../kind.ts";

/** Two clients talk to each other, behind a hand. They come back to whoever talks on. */
export default cueKind({
  id: "whisper",
  spoken: false,
  strikes: "mid-speech",
  patience: s(6),
  ending: { least: s(3), most: s(7.5), carriedOn: s(3) },
  scene: { expression: "whisper-aside", hides: [], breath: s(0), sound: "murmur" },
});
