import { type CSSProperties, memo, type ReactElement, useEffect, useId, useRef } from "react";
import type { Words } from "../i18n/words.ts";
import { cueColour } from "./cueColour.ts";
import { type Marker, stamp } from "./markers.ts";
import "./cuePatterns.css";
import "./cueList.css";

/** Height of the list's faded edges, in pixels; the style sheet has it, too. */
const EDGE = 40;

type Props = {
  markers: readonly Marker[];
  /** The cue that is being heard. */
  current: string | undefined;
  /** Keep the current cue in view. */
  follow: boolean;
  disabled: boolean;
  cueName: (kind: string) => string;
  words: Words["player"];
  onPick: (marker: Marker) => void;
};

/** Every cue of the take with the moment it was heard; a press on one plays from there. */
export const CueList = memo(function CueList({
  markers,
  current,
  follow,
  disabled,
  cueName,
  words,
  onPick,
}: Props): ReactElement {
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const item = current === undefined ? null : box?.querySelector<HTMLElement>("[aria-current]");
    if (!follow || !box || !item) return;
    // Not scrollIntoView: it would move the page, too. The edges of the list fade, so it stays clear of them.
    const above = item.offsetTop - EDGE - box.scrollTop;
    const below = item.offsetTop + item.offsetHeight + EDGE - box.clientHeight - box.scrollTop;
    if (above < 0) box.scrollTop += above;
    else if (below > 0) box.scrollTop += below;
  }, [current, follow]);
  return (
    <div className="player-cues">
      <h2 className="player-heading" id={heading}>
        {words.cues}
      </h2>
      <ol className="player-list" ref={list} aria-labelledby={heading}>
        {markers.map((marker) => (
          <li key={marker.id}>
            <button
              type="button"
              className="player-cue"
              disabled={disabled}
              aria-current={marker.id === current ? "true" : undefined}
              style={{ "--player-cue": cueColour(marker) } as CSSProperties}
              onClick={() => onPick(marker)}
            >
              <span className={`player-swatch player-pattern-${marker.pattern}`} aria-hidden="true" />
              <span className="player-stamp">{stamp(marker.start)}</span>{" "}
              <span className="player-what">
                <span className="player-kind">{cueName(marker.kind)}</span>{" "}
                {marker.line !== null && <q className="player-said">{words.said(marker.line)}</q>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
});
