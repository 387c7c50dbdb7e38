import { codecOf, copiedInto } from "../copied.ts";
import type { ExportFormat } from "../format.ts";

/** Ogg with the Opus packets as they were recorded. */
export const format: ExportFormat = {
  id: "ogg",
  group: "audio",
  extension: "ogg",
  mediaType: "audio/ogg",
  possible: (take) => codecOf(take) === "opus",
  write: copiedInto("ogg"),
};
