import { useCallback, useEffect, useRef } from "react";
import type { ClientSound, RoomSound, SpokenLine } from "../../client/sound.ts";
import { ms } from "../../lib/units.ts";
import { useApp } from "../services.tsx";

/** Tries a sound, or a line. */
export type Hearing = Readonly<{
  /** What sounded before falls silent. */
  hear(what: RoomSound | SpokenLine): void;
  setLoudness(loudness: number): void;
}>;

/** The key of the one line that is being tried. */
const TRIED = "tried";

/** Something to hear the client through outside a drill; opened with the first press, closed with its screen. */
export function useHearing(): Hearing {
  const app = useApp();
  const latest = useRef(app);
  latest.current = app;
  const sound = useRef<ClientSound>(null);
  const asked = useRef(0);
  useEffect(
    () => () => {
      sound.current?.close();
      sound.current = null;
    },
    [],
  );
  const hear = useCallback((what: RoomSound | SpokenLine) => {
    const { openSound, chosen } = latest.current;
    sound.current ??= openSound(chosen.loudness);
    const on = sound.current;
    const mine = ++asked.current; // two quick taps are heard once
    const isRoom = typeof what === "string";
    on.silence();
    on.prepare(new Map(isRoom ? [] : [[TRIED, what]])).then(
      () =>
        mine === asked.current &&
        on.play([isRoom ? { sound: what, after: NOW } : { line: TRIED, after: NOW }]),
      () => undefined, // no sound on this machine; the captions are there
    );
  }, []);
  const setLoudness = useCallback((loudness: number) => sound.current?.setLoudness(loudness), []);
  return { hear, setLoudness };
}

const NOW = ms(0);
