import { type CSSProperties, type ReactElement, type RefObject, useState } from "react";
import type { Words } from "../i18n/words.ts";
import { clock, type Marker, markerAt, percentAt, stamp, timeAt } from "./markers.ts";
import "./waveform.css";
import "./cuePatterns.css";

type Props = {
  /** Where the waveform is drawn into. */
  host: RefObject<HTMLDivElement | null>;
  length: number;
  position: number;
  markers: readonly Marker[];
  disabled: boolean;
  cueName: (kind: string) => string;
  words: Words["player"];
  onSeek: (time: number) => void;
};

/** The waveform under a slider that seeks in it, and says what is under the pointer. */
export function WaveformSlider({
  host,
  length,
  position,
  markers,
  disabled,
  cueName,
  words,
  onSeek,
}: Props): ReactElement {
  const [pointed, setPointed] = useState<number>();
  const under = pointed === undefined ? undefined : markerAt(markers, pointed);
  return (
    <div className="player-line">
      <div className="player-wave" ref={host} aria-hidden="true" />
      <input
        className="player-seek"
        type="range"
        aria-label={words.waveform}
        aria-valuetext={words.position(clock(position), clock(length))}
        min={0}
        max={length}
        step="any"
        value={position}
        disabled={disabled}
        onChange={(event) => onSeek(event.currentTarget.valueAsNumber)}
        onPointerMove={({ currentTarget, clientX, pointerType }) => {
          if (pointerType === "touch") return; // the finger would cover it
          const { left, width } = currentTarget.getBoundingClientRect();
          setPointed(timeAt((clientX - left) / width, length));
        }}
        onPointerLeave={() => setPointed(undefined)}
      />
      {pointed !== undefined && !disabled && (
        <span
          className="player-tip"
          aria-hidden="true"
          style={{ "--player-at": `${percentAt(pointed, length)}%` } as CSSProperties}
        >
          {under ? words.cueAt(cueName(under.kind), stamp(under.start)) : clock(pointed)}
        </span>
      )}
    </div>
  );
}
