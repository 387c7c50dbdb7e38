import type { Material } from "./format.ts";

/** One number of a take, and where on its line it was counted. Times in seconds. */
export type MeasureRow = Readonly<{
  /** Its key in the record; the same in every language and version. */
  measure: string;
  /** Of the cue or mark it belongs to. */
  kind: string | null;
  at: number | null;
  until: number | null;
  /** null when it is unknown. */
  value: number | string | null;
  text: string | null;
}>;

const nowhere = { kind: null, at: null, until: null, text: null };

/** Units of the measures whose numbers have one, by their key. */
export const units: Readonly<Record<string, string>> = {
  length: "s",
  duration: "s",
  speech: "s",
  pauses: "s",
  fillers: "s",
  responseLatency: "s",
  stopLatency: "s",
  recovery: "s",
  cue: "s",
  speechRate: "syllables/s",
  articulationRate: "syllables/s",
  syllables: "syllables",
  meanLengthOfRun: "syllables",
  f0Median: "Hz",
  f0SdSemitones: "semitones",
  loudness: "dB",
};

/** Every number of a take as a row of its own: its length, its measures, cues, marks and ratings. */
export function measureRows({ take, marks, pauses }: Material): MeasureRow[] {
  const measured = Object.entries(take.measures ?? {}).flatMap(([key, value]) => rowsOf(key, value));
  return [
    { measure: "length", ...nowhere, value: take.length },
    ...measured,
    // Pauses may come from elsewhere than the stored measures, but stand here once.
    ...(take.measures && "pauses" in take.measures ? [] : rowsOf("pauses", pauses ?? [])),
    ...take.cues.map(({ kind, at, until, line }) => ({
      measure: "cue",
      kind,
      at,
      until,
      value: until === null ? null : lengthOf(at, until),
      text: line?.text ?? null,
    })),
    ...marks.map(({ kind, at, note }) => ({
      measure: "mark",
      kind,
      at,
      until: null,
      value: null,
      text: note || null,
    })),
    ...Object.entries(take.rating ?? {}).map(([scale, mark]) => ({
      measure: `rating.${scale}`,
      ...nowhere,
      value: mark ?? null,
    })),
  ];
}

/** Stored measures are what some version counted: numbers, spans, one record a cue. Curves are left to the JSON. */
function rowsOf(measure: string, value: unknown): MeasureRow[] {
  if (value === null || typeof value === "number" || typeof value === "string")
    return [{ measure, ...nowhere, value }];
  if (Array.isArray(value)) return value.flatMap((each) => itemRows(measure, each));
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => rowsOf(`${measure}.${key}`, each));
}

function itemRows(measure: string, item: unknown): MeasureRow[] {
  if (isSpan(item)) {
    const [at, until] = item;
    return [{ measure, ...nowhere, at, until, value: lengthOf(at, until) }];
  }
  if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
  const { kind, at, until, ...rest } = item as Record<string, unknown>;
  const place = {
    kind: typeof kind === "string" ? kind : null,
    at: typeof at === "number" ? at : null,
    until: typeof until === "number" ? until : null,
  };
  return Object.entries(rest)
    .flatMap(([key, each]) => rowsOf(key, each))
    .map((row) => ({ ...row, ...place }));
}

const isSpan = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number");

/** To a tenth of a millisecond, as times are stored: no digits that only a subtraction made. */
const lengthOf = (at: number, until: number): number => Math.round((until - at) * 10_000) / 10_000;
