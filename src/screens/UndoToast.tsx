import { type ReactElement, useEffect } from "react";
import { s } from "../lib/units.ts";
import { useApp } from "./services.tsx";

/** How long something can be taken back by a button. */
const UNDO_FOR = s(10);

type Props = Readonly<{
  /** Which thing is told of: the time starts anew with each. */
  of: string;
  text: string;
  /** Takes it back; without it, the toast only tells. */
  onUndo?: (() => void) | undefined;
  onGone(): void;
}>;

/** Says what was just done at the foot of the page, and gives it back for a while. */
export function UndoToast({ of, text, onUndo, onGone }: Props): ReactElement {
  const { words, clock } = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time starts anew with each thing, not with each drawing
  useEffect(() => clock.after(UNDO_FOR, onGone), [of, clock]);
  return (
    <p className="toast" role="status">
      <span>{text}</span>
      {onUndo && (
        <button type="button" className="button-quiet" onClick={onUndo}>
          {words.takes.undo}
        </button>
      )}
    </p>
  );
}
