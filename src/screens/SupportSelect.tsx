import type { ReactElement } from "react";
import { type Support, supports } from "../drill/settings.ts";
import { useApp } from "./services.tsx";

type Props = Readonly<{
  value: Support | "climb";
  /** Whether the ladder may be climbed by itself: a choice for all drills, not for one. */
  mayClimb: boolean;
  change(value: Support | "climb"): void;
}>;

/** Which outline is left to the speaker. */
export function SupportSelect({ value, mayClimb, change }: Props): ReactElement {
  const { support } = useApp().words;
  const choices = mayClimb ? ([...supports, "climb"] as const) : supports;
  return (
    <label className="pick">
      <span>{support.label}</span>
      <select value={value} onChange={(event) => change(event.target.value as Support | "climb")}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {support.names[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
