import { useEffect, useRef } from "react";

/** Elements that use these keys themselves. */
const TYPING =
  "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]";
const PRESSABLE = "button, a[href], summary, input, [role=slider]";

/**
 * Calls `press` when a key goes down, while `active`. Keys that belong to a field or a focused button are left to
 * it; Escape is not, because it stops everything from anywhere.
 */
export function useKey(key: string, press: () => void, active = true): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!active) return;
    const down = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (key !== "Escape" && target?.closest(TYPING)) return;
      if ((key === " " || key === "Enter") && target?.closest(PRESSABLE)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, [key, active]);
}
