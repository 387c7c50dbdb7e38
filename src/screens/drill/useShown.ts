import { useLayoutEffect } from "react";

/**
 * Says when something new is on the screen: in the frame that paints it, not in the one that asked for it.
 * @param what changes with every new thing to see; null: nothing is to be seen
 */
export function useShown(what: number | null, shown: () => void): void {
  useLayoutEffect(() => {
    if (what === null) return;
    const frame = requestAnimationFrame(shown); // after the commit: the frame that begins now shows it
    return () => cancelAnimationFrame(frame);
  }, [what, shown]);
}
