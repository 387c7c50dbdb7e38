import { checksum } from "../lib/checksum.ts";
import { decodeStretches } from "../recorder/decode.ts";
import { finalise } from "../recorder/finalise.ts";
import type { Finishing } from "../studio/finishTake.ts";

/** The real edges of finishing a take. They bring the media library with them, so this file is fetched when needed. */
export const finishing: Finishing = { finalise, decode: decodeStretches, checksum };
