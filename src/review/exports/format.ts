import type { Take } from "../../store/take.ts";
import type { Mark, Span } from "../marks.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** What is exported: one take, with all that is known of it. */
export type Material = Readonly<{
  take: Take;
  /** Its sound as it is stored; asked for only by formats that need it. Rejects with StoreError `missing`. */
  audio(): Promise<Blob>;
  marks: readonly Mark[];
  /** Silent pauses; null when they were not measured, and then nothing is said of them. */
  pauses: readonly Span[] | null;
  names: ExportNames;
}>;

/** What things are called in the user's language, for those who read the file. */
export type ExportNames = Readonly<{
  cue(kind: string): string;
  mark(kind: string): string;
  pause: string;
  /** What a measure is called, by its key in the record: `speechRate`. */
  measure(key: string): string;
}>;

/** How far it is, as a share of the whole in [0, 1], and how it is stopped: it then throws the signal's reason. */
export type Watch = Readonly<{ onProgress?: (share: number) => void; signal?: AbortSignal }>;

/** One format is a file in `formats/` that exports a `format`; its words are in `src/i18n`, under its id. */
export type ExportFormat = Readonly<{
  /** Lower case. Also the key of its label. */
  id: string;
  group: ExportGroup;
  /** Without a dot. */
  extension: string;
  mediaType: string;
  /** Whether this take can be written so in this browser. */
  possible(take: Take): boolean | Promise<boolean>;
  /**
   * The file, piece by piece; nothing is made before it is asked for, and no more than one piece is in memory at once.
   * @throws ExportError, StoreError, or the reason of the signal
   */
  write(material: Material, watch?: Watch): AsyncIterable<Bytes>;
}>;

/** In the order in which they are offered. */
export const exportGroups = ["audio", "labels", "measures"] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** Why a take cannot be written: its sound cannot be read, or does not fit into that format. */
export type ExportProblem = "damaged" | "too-long";

export class ExportError extends Error {
  override readonly name = "ExportError";
  constructor(
    readonly problem: ExportProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

/** A text format: all of it at once, since an hour of labels is a few hundred kilobytes. */
export const textFormat = (
  format: Omit<ExportFormat, "possible" | "write">,
  textOf: (material: Material) => string,
): ExportFormat => ({
  ...format,
  possible: () => true,
  async *write(material) {
    yield new TextEncoder().encode(textOf(material));
  },
});
