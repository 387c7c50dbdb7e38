import { useEffect, useState } from "react";

/** Something that is being fetched: not yet there, there, or not to be had. */
export type Loaded<T> =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "ready"; value: T }>
  | Readonly<{ state: "failed"; error: unknown }>;

/** Runs `load`, and again when it is another function (`useCallback`); an answer that comes too late is dropped. */
export function useAsync<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  useEffect(() => {
    let current = true;
    setLoaded({ state: "loading" });
    load().then(
      (value) => current && setLoaded({ state: "ready", value }),
      (error: unknown) => current && setLoaded({ state: "failed", error }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  return loaded;
}
