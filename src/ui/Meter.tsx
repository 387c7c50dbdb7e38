import { type ReactElement, useEffect, useRef } from "react";

type Props = Readonly<{
  label: string;
  /** Calls back with the loudest sample of the last 20 ms, in [0, 1]. */
  subscribe(listener: (peak: number) => void): () => void;
}>;

/** From silence to full scale in decibels, as the ear hears it. */
const RANGE = 60;

/** A level meter. It moves its bar itself: fifty drawings a second are none of React's business. */
export function Meter({ label, subscribe }: Props): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      subscribe((peak) => {
        const share = Math.max(0, Math.min(1, 1 + (20 * Math.log10(peak)) / RANGE));
        bar.current?.style.setProperty("--level", share.toFixed(3));
      }),
    [subscribe],
  );
  return (
    <div className="meter" role="img" aria-label={label}>
      <div className="meter-bar" ref={bar} />
    </div>
  );
}
