import { type Ms, ms } from "./units.ts";

/** Stops what was started. Calling it twice is harmless. */
export type Stop = () => void;

/** Time from outside. Rules take numbers; the one loop that drives them takes a clock. */
export interface Clock {
  /** Monotonic milliseconds; never goes back, whatever the wall clock does. */
  now(): Ms;
  /** The wall clock and its offset, for dating a take. */
  date(): { epoch: number; utcOffset: number };
  /** Calls `work` about every `period` until stopped. A hidden tab calls less often: count time, never calls. */
  every(period: Ms, work: () => void): Stop;
  /** Calls `work` once after `delay`, unless stopped before. */
  after(delay: Ms, work: () => void): Stop;
}

/** The browser's (and Node's) clock. */
export const realClock: Clock = {
  now: () => ms(performance.now()),
  date: () => {
    const now = new Date();
    // Subtracted, not negated: in London in winter it has to be 0, and not -0.
    return { epoch: now.getTime(), utcOffset: 0 - now.getTimezoneOffset() };
  },
  every: (period, work) => {
    const timer = setInterval(work, period);
    return () => clearInterval(timer);
  },
  after: (delay, work) => {
    const timer = setTimeout(work, delay);
    return () => clearTimeout(timer);
  },
};
