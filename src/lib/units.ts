/**
 * Two units of time, told apart by the compiler.
 *
 * `Ms` is a moment or a span on the machine's monotonic clock, in milliseconds: what the engine runs on.
 * `Seconds` is a place or a span on a take's own line, counted from its first recorded sample: what is stored,
 * drawn and measured. The chunk map (`src/recorder/chunkMap.ts`) is the only way from the one to the other.
 */
declare const unit: unique symbol;
export type Ms = number & { readonly [unit]: "ms" };
export type Seconds = number & { readonly [unit]: "s" };

/** Marks a plain number as milliseconds. */
export const ms = (value: number): Ms => value as Ms;

/** A span given in seconds, as milliseconds: `s(90)` is 90 000 ms. */
export const s = (value: number): Ms => (value * 1000) as Ms;

/** Marks a plain number as seconds on a take's line. */
export const seconds = (value: number): Seconds => value as Seconds;

/** A span in milliseconds as seconds. */
export const toSeconds = (value: Ms): Seconds => (value / 1000) as Seconds;
