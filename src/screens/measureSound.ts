import { measureTake } from "../measure/measureTake.ts";
import { decodeStretches } from "../recorder/decode.ts";
import type { MeasuringParts } from "../studio/measuring.ts";

/** The real edges of measuring: the browser decodes, a worker counts. They bring the media library with them. */
export const measureSound: MeasuringParts["measure"] = (audio, context, options) =>
  measureTake(decodeStretches(audio), { context, ...options });
