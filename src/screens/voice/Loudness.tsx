import type { ReactElement } from "react";
import { useApp } from "../services.tsx";
import type { Hearing } from "./useHearing.ts";

/** How loud the client is; what it sounds like is heard when the slider is let go. */
export function Loudness({ hearing }: Readonly<{ hearing: Hearing }>): ReactElement {
  const { words, chosen, choose } = useApp();
  return (
    <label className="loudness">
      <span>{words.voice.loudness}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(chosen.loudness * 100)}
        onChange={(event) => {
          const loudness = event.target.valueAsNumber / 100;
          choose({ loudness });
          hearing.setLoudness(loudness);
        }}
        onPointerUp={() => hearing.hear("phone")}
        onKeyUp={(event) => event.key.startsWith("Arrow") && hearing.hear("phone")}
      />
      <span className="loudness-value" aria-hidden="true">
        {Math.round(chosen.loudness * 100)}
      </span>
    </label>
  );
}
