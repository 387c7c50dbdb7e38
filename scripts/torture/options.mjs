import { parseArgs } from "node:util";

const moments = /** @type {const} */ (["speaking", "finishing", "deleting", "backing-up", "restoring"]);

/** @typedef {(typeof moments)[number]} Moment when the browser is killed */

/** @param {string} text */
const number = (text) => {
  if (!/^\d+$/.test(text)) throw new Error(`--runs, --seed and --within are whole numbers, not ${text}`);
  return Number(text);
};

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    during: { type: "string", default: "speaking" },
    within: { type: "string", default: "20" },
    keep: { type: "string" },
    torn: { type: "boolean", default: false },
  },
});
const found = moments.find((moment) => moment === values.during);
if (!found) throw new Error(`--during is one of ${moments.join(", ")}, not ${values.during}`);

/** What was asked for on the command line. */
export const during = found;
export const [runs, seed, within] = /** @type {[number, number, number]} */ (
  [values.runs, values.seed, values.within].map(number)
);
export const { keep, torn } = values;

/** What may be missing at the end of a take, in seconds; a torn record takes one more piece with it. */
export const MOST_LOST = torn ? 2.5 : 1.5;
