import { useCallback, useEffect, useState } from "react";
import type { TakeList } from "../store/takes.ts";
import type { Recovery } from "../studio/recoverDrafts.ts";
import { useApp } from "./services.tsx";

/** The takes on the shelf; undefined until they are read, "failed" when they cannot be. */
export function useTakes(): Readonly<{
  list: TakeList | "failed" | undefined;
  reload(): void;
  recovery: Recovery;
}> {
  const { takes, recovered } = useApp();
  const [list, setList] = useState<TakeList | "failed">();
  const [recovery, setRecovery] = useState<Recovery>({ takes: [], stuck: [] });
  const reload = useCallback(() => {
    takes.list().then(setList, () => setList("failed"));
  }, [takes]);
  useEffect(reload, [reload]);
  useEffect(() => {
    let shown = true;
    void recovered.then((found) => {
      if (!shown) return;
      setRecovery(found);
      if (found.takes.length > 0) reload(); // what a crash left has come to the shelf since
    });
    return () => {
      shown = false;
    };
  }, [recovered, reload]);
  return { list, reload, recovery };
}
