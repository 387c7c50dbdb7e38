import { textFormat } from "../format.ts";
import { labelsOf } from "../labels.ts";

/**
 * Audacity labels: one line each, beginning, end and text with tabs between. A point ends where it begins.
 * @see Audacity Manual, "Importing and Exporting Labels"
 */
export const format = textFormat(
  { id: "audacity", group: "labels", extension: "txt", mediaType: "text/plain" },
  (material) =>
    labelsOf(material)
      .map(({ at, until, text }) => `${at.toFixed(6)}\t${(until ?? at).toFixed(6)}\t${text}\n`)
      .join(""),
);
