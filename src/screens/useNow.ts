import { useEffect, useState } from "react";
import { type Ms, ms } from "../lib/units.ts";
import { useApp } from "./services.tsx";

/** The clock, about ten times a second, for what shows time. */
export function useNow(): Ms {
  const { clock } = useApp();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => clock.every(ms(100), () => setNow(clock.now())), [clock]);
  return now;
}
