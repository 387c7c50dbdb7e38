import type { ReactElement, ReactNode } from "react";

type Props = Readonly<{
  /** How much of the time is gone, in [0, 1]. */
  share: number;
  /** Names its colour. */
  tone: "none" | "green" | "amber" | "red";
  hidden?: boolean;
  children: ReactNode;
}>;

const RADIUS = 48;
const AROUND = 2 * Math.PI * RADIUS;

/** A ring of time around whatever stands in it; it empties clockwise from the top. */
export function Ring({ share, tone, hidden = false, children }: Props): ReactElement {
  return (
    <div className="ring" data-tone={tone} data-hidden={hidden}>
      <svg viewBox="0 0 100 100" aria-hidden="true" className="ring-time">
        <circle className="ring-track" cx="50" cy="50" r={RADIUS} />
        <circle
          className="ring-left"
          cx="50"
          cy="50"
          r={RADIUS}
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * Math.min(1, Math.max(0, share))}
        />
      </svg>
      <div className="ring-inside">{children}</div>
    </div>
  );
}
