import type { ReactElement } from "react";
import type { Failure } from "../../drill/state.ts";
import { useApp } from "../services.tsx";

/** Why there is no sound, and what to do. */
export function FailureText({ reason }: Readonly<{ reason: Failure }>): ReactElement {
  const { what, todo } = useApp().words.failures[reason];
  return (
    <p className="notice" role="alert">
      <b>{what}</b> {todo}
    </p>
  );
}
