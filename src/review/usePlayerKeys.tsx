import { type RefObject, useEffect, useEffectEvent } from "react";
import { Scope } from "../lib/scope.ts";

/** What a key can ask of the player. */
export type KeyWish = "toggle" | "back" | "forward" | "next" | "previous";

/**
 * What a key asks of the player: only when the focus is inside it or nowhere at all, and only when the focused
 * control has no use of its own for the key.
 */
function keyWish(event: KeyboardEvent, player: HTMLElement): KeyWish | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const nowhere = target === document.body || target === document.documentElement;
  if (!nowhere && !player.contains(target)) return;
  switch (event.key) {
    case " ":
      return event.repeat || event.shiftKey || target.closest("button") ? undefined : "toggle";
    case "ArrowLeft":
    case "ArrowRight": {
      if (target instanceof HTMLInputElement && target.type === "radio") return;
      const right = event.key === "ArrowRight";
      if (event.shiftKey) return right ? "next" : "previous";
      return right ? "forward" : "back";
    }
    default:
      return;
  }
}

/** Grants what the keys ask of `player`; while it is `disabled` they ask nothing. */
export function usePlayerKeys(
  player: RefObject<HTMLElement | null>,
  disabled: boolean,
  grant: (wish: KeyWish) => void,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const wish = disabled || !player.current ? undefined : keyWish(event, player.current);
    if (!wish) return;
    event.preventDefault();
    grant(wish);
  });
  useEffect(() => {
    const scope = new Scope();
    scope.listen(document, "keydown", (event) => onKey(event as KeyboardEvent));
    return () => scope.close();
  }, []);
}
