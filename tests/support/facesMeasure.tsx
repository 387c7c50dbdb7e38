import { useEffect, useState } from "react";
import { Face } from "../../src/client/Face.tsx";
import type { Look } from "../../src/client/look.ts";
import { expressions } from "../../src/client/mood.ts";

/** Frames and long tasks of a face, ms: `frames` are the times between two frames, in order. */
export type FaceMeasure = Readonly<{ frames: number[]; longTasks: number[]; seconds: number }>;

/** How long each expression is held: longer than the slowest way into one. */
const HOLD = 700;
const ROUNDS = 2;

/** One face that talks and nods through every expression, twice, while its frames are timed. Hands the figures to `done`. */
export function FaceMeasured({ look, done }: { look: Look; done(measure: FaceMeasure): void }) {
  const [step, setStep] = useState(-1);
  useEffect(() => {
    const frames: number[] = [];
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    let last = 0;
    let running = true;
    const frame = (now: number) => {
      if (last > 0) frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(frame);
    };
    const started = performance.now() + 1_000; // the first second draws everything for the first time
    const begin = setTimeout(() => {
      observer.observe({ entryTypes: ["longtask"] });
      requestAnimationFrame(frame);
    }, 1_000);
    const timer = setInterval(() => {
      const now = Math.floor((performance.now() - started) / HOLD);
      setStep(now);
      if (now < ROUNDS * expressions.length) return;
      clearInterval(timer);
      running = false;
      observer.disconnect();
      done({ frames, longTasks, seconds: (performance.now() - started) / 1000 });
    }, HOLD);
    return () => {
      clearTimeout(begin);
      clearInterval(timer);
    };
  }, [done]);
  const expression = expressions[Math.max(0, step) % expressions.length] ?? "neutral";
  const line = step % 3 === 0 ? "Every salesperson I’ve ever met has told me that. 你们比别家贵四成" : null;
  return (
    <div style={{ width: 600, height: 600 }}>
      <Face look={look} expression={expression} speaking={step % 2 === 0} line={line} nodding label="" />
    </div>
  );
}
