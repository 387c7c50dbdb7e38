import { codecOf, copiedInto } from "../copied.ts";
import type { ExportFormat } from "../format.ts";

/** WebM with the Opus packets as they were recorded; with its length and a table to seek by. */
export const format: ExportFormat = {
  id: "webm",
  group: "audio",
  extension: "webm",
  mediaType: "audio/webm",
  possible: (take) => codecOf(take) === "opus",
  write: copiedInto("webm"),
};
