import { textFormat } from "../format.ts";

/** The layout of the file; a change that a script would notice makes it 2. */
const VERSION = 1;

/**
 * Everything that is known of a take, for programs: the measures under the same names as `npm run measure` prints
 * them, the cues, pauses and marks, the rating. What is unknown is null. Times are seconds on the take's line.
 */
export const format = textFormat(
  { id: "json", group: "measures", extension: "json", mediaType: "application/json" },
  ({ take, marks, pauses }) => {
    const { id, title, language, started, length, goAt, support, pressure, seed, round } = take;
    const { measures, cues, rating, notes, tags } = take;
    const record = { id, title, language, started, length, goAt, support, pressure, seed, round };
    return `${JSON.stringify(
      { app: "offscript", version: VERSION, ...record, measures, cues, pauses, marks, rating, notes, tags },
      null,
      2,
    )}\n`;
  },
);
