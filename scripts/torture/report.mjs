import { during, seed } from "./options.mjs";

/** @import { Row } from "./types.mjs" */

/** @param {number | null} value */
const cell = (value) => (value === null ? "" : value.toFixed(2));

/** @param {Row} row */
export function printRow({ run, killed, said, back, lost, cues, older, faults, came }) {
  const verdict = faults.length > 0 ? `FAULT ${faults.join("; ")}` : came || "whole";
  const cells = [cell(said).padStart(6), cell(back).padStart(6), cell(lost).padStart(6), cues.padStart(5)];
  console.log(
    `${String(run).padStart(4)}  ${killed.padEnd(22)}${cells.join("  ")}  ${String(older).padStart(5)}  ${verdict}`,
  );
}

/**
 * The value below which a share of the others lie (nearest rank); null of none.
 * @param {number[]} sorted
 * @param {number} share
 */
const quantile = (sorted, share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** @param {Row[]} rows */
export function printSummary(rows) {
  const lost = rows.flatMap((row) => row.lost ?? []).sort((a, b) => a - b);
  const count = (/** @type {(row: Row) => boolean} */ which) => rows.filter(which).length;
  const unreadable = rows.reduce((sum, row) => sum + row.unreadable, 0);
  console.log(`\n${rows.length} kills while ${during}, seed ${seed}`);
  console.log(`  takes not found      ${count((row) => row.missing)}`);
  console.log(`  records unreadable   ${unreadable}`);
  console.log(`  rows with a fault    ${count((row) => row.faults.length > 0)}`);
  if (lost.length === 0) return;
  console.log(`  nothing said yet     ${count(({ came }) => came === "nothing said yet")}`);
  const [median, most95, most] = [0.5, 0.95, 1].map((share) => cell(quantile(lost, share)));
  console.log(`  lost                 median ${median} s, 95th percentile ${most95} s, most ${most} s`);
}
