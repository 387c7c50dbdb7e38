import { useCallback } from "react";
import { type KindLevel, levelsOf } from "../drill/levels.ts";
import { recoveriesOf } from "../store/recoveries.ts";
import { useApp } from "./services.tsx";
import { useAsync } from "./useAsync.ts";

/** The user's level with each kind of cue they have met; none while takes are being read, or cannot be. */
export function useLevels(): ReadonlyMap<string, KindLevel> {
  const { takes } = useApp();
  const read = useAsync(useCallback(async () => levelsOf(recoveriesOf((await takes.list()).takes)), [takes]));
  return read.state === "ready" ? read.value : new Map();
}
