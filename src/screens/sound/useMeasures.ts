import { useEffect, useState } from "react";
import type { Take } from "../../store/take.ts";
import type { MeasuringState } from "../../studio/measuring.ts";
import { useApp } from "../services.tsx";

/** What was measured of a take that is looked at; it is measured now when it was not yet. Leaving ends that. */
export function useMeasures(take: Take, audio: Blob): MeasuringState {
  const { measuring } = useApp();
  const [state, setState] = useState<MeasuringState>({ is: "waiting" });
  useEffect(() => measuring.watch(take, audio, setState), [measuring, take, audio]);
  return state;
}
