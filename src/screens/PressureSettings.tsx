import type { ReactElement } from "react";
import type { Pressure } from "../drill/settings.ts";
import { useApp } from "./services.tsx";

/** Where the slider stands when the user takes it into their own hands: the middle of the usual drill. */
const FIRST_CHOICE: Pressure = 2;

/** How hard cues come: as the user copes with them, or as they say; and the softer mode. */
export function PressureSettings(): ReactElement {
  const { words, chosen, choose } = useApp();
  const { settings } = words;
  const fixed = chosen.pressure === "adapts" ? null : chosen.pressure;
  return (
    <>
      <fieldset>
        <legend>{settings.pressure}</legend>
        <p className="quiet">{settings.pressureHint}</p>
        <label className="choice">
          <input
            type="radio"
            name="pressure"
            checked={fixed === null}
            onChange={() => choose({ pressure: "adapts" })}
          />
          <span>{settings.adapts}</span>
        </label>
        <label className="choice">
          <input
            type="radio"
            name="pressure"
            checked={fixed !== null}
            onChange={() => choose({ pressure: fixed ?? FIRST_CHOICE })}
          />
          <span>{settings.fixed}</span>
        </label>
        {fixed !== null && (
          <label className="pick">
            <span>{settings.pressureOf(fixed)}</span>
            <input
              type="range"
              min={0}
              max={5}
              step={1}
              value={fixed}
              aria-label={settings.pressure}
              aria-valuetext={settings.pressureOf(fixed)}
              onChange={(event) => choose({ pressure: event.target.valueAsNumber as Pressure })} // 0 to 5: its limits
            />
          </label>
        )}
      </fieldset>
      <fieldset>
        <legend>{settings.softer}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={chosen.softer}
            onChange={(event) => choose({ softer: event.target.checked })}
          />
          <span>{settings.softerHint}</span>
        </label>
      </fieldset>
    </>
  );
}
