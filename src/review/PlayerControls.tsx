import { type ReactElement, type RefObject, useId } from "react";
import type { Words } from "../i18n/words.ts";
import { clock } from "./markers.ts";
import "./playerControls.css";

/** What the take can be played at; 1 is as it was spoken. */
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
/** Seconds that an arrow key or button seeks. */
export const SKIP = 3;

type Props = {
  playButton: RefObject<HTMLButtonElement | null>;
  playing: boolean;
  position: number;
  length: number;
  speed: number;
  disabled: boolean;
  words: Words["player"];
  onToggle: () => void;
  /** Asks to seek by so many seconds. */
  onSkip: (by: number) => void;
  onSpeed: (speed: number) => void;
};

/** The buttons that play and skip, the clock, and the speeds. */
export function PlayerControls({
  playButton,
  playing,
  position,
  length,
  speed,
  disabled,
  words,
  onToggle,
  onSkip,
  onSpeed,
}: Props): ReactElement {
  return (
    <div className="player-controls">
      <div className="player-transport">
        <button
          type="button"
          className="player-button"
          aria-label={words.back}
          disabled={disabled}
          onClick={() => onSkip(-SKIP)}
        >
          <SkipIcon forward={false} />
        </button>
        <button
          type="button"
          className="player-button player-play"
          ref={playButton}
          aria-label={playing ? words.pause : words.play}
          disabled={disabled}
          onClick={onToggle}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={playing ? "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" : "M8 4.6v14.8L19.6 12z"} />
          </svg>
        </button>
        <button
          type="button"
          className="player-button"
          aria-label={words.forward}
          disabled={disabled}
          onClick={() => onSkip(SKIP)}
        >
          <SkipIcon forward />
        </button>
      </div>
      {/* The slider says the same in words. */}
      <p className="player-clock" aria-hidden="true">
        <span className="player-now">{clock(position)}</span>
        <span className="player-length"> / {clock(length)}</span>
      </p>
      <Speeds value={speed} disabled={disabled} words={words} onChange={onSpeed} />
    </div>
  );
}

type SpeedsProps = {
  value: number;
  disabled: boolean;
  words: Words["player"];
  onChange: (speed: number) => void;
};

/** How fast it plays: one of a few speeds, as radio buttons. */
function Speeds({ value, disabled, words, onChange }: SpeedsProps): ReactElement {
  const name = useId();
  return (
    <fieldset className="player-speeds" disabled={disabled}>
      <legend className="player-hidden">{words.speed}</legend>
      {SPEEDS.map((speed) => (
        <label key={speed} className="player-speed">
          <input type="radio" name={name} checked={speed === value} onChange={() => onChange(speed)} />
          <span>{words.speedValue(speed)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SkipIcon({ forward }: { forward: boolean }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <g transform={forward ? undefined : "matrix(-1 0 0 1 24 0)"} className="player-stroke">
        <path d="M12 4.5a8 8 0 1 0 8 8" />
        <path d="m11.5 1.5 3.2 3-3.2 3" />
      </g>
      <text x="12" y="16" textAnchor="middle">
        {SKIP}
      </text>
    </svg>
  );
}
