import type { Take } from "../../store/take.ts";
import { type ExportFormat, exportGroups } from "./format.ts";

const files = import.meta.glob<ExportFormat>("./formats/*.ts", { eager: true, import: "format" });

/** Every format there is: what can be heard, what labels it, what was counted; in a group by file name. */
export const exportFormats: readonly ExportFormat[] = exportGroups.flatMap((group) =>
  Object.keys(files)
    .sort()
    .map((path) => files[path])
    .filter((format) => format?.group === group)
    .filter((format) => format !== undefined),
);

/** The formats in which this take can be written by this browser, in the same order. */
export async function exportFormatsFor(take: Take): Promise<ExportFormat[]> {
  const possible = await Promise.all(exportFormats.map((format) => format.possible(take)));
  return exportFormats.filter((_, index) => possible[index]);
}
