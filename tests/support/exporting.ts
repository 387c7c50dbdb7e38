import fc from "fast-check";
import { exportNames } from "../../src/i18n/exportNames.ts";
import { catalogues } from "../../src/i18n/languages.ts";
import type { Language } from "../../src/prompts/deck.ts";
import type { Bytes, ExportFormat, Material } from "../../src/review/exports/format.ts";
import type { Mark, Span } from "../../src/review/marks.ts";
import type { TakeCue } from "../../src/store/take.ts";
import { aTake } from "./builders.ts";

export const namesIn = (language: Language) => exportNames(catalogues[language].words);

/** A take to export: with a cut-in, and whatever a test says. */
export const aMaterial = (material: Partial<Material> = {}): Material => ({
  take: aTake(),
  audio: async () => new Blob(),
  marks: [],
  pauses: null,
  names: namesIn("en"),
  ...material,
});

export const aCue = (at: number, until: number | null = at + 2, kind = "cut-in", text?: string): TakeCue => ({
  kind,
  at,
  until,
  line: text === undefined ? null : { deck: "en/price", cue: kind, text },
  origin: "plan",
});

/** A whole export as text, or as bytes. */
export async function exported(format: ExportFormat, material: Material): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    await exportedBytes(format, material),
  );
}
export async function exportedBytes(format: ExportFormat, material: Material): Promise<Bytes> {
  const parts: Bytes[] = [];
  for await (const part of format.write(material)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Text as users type it, and as nobody should: marks of every format, formulas, scripts, what cannot be seen. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...'那价格呢？|We pay 40% less|-->|<b>|</v>|&amp;|&|"|""|\'|,|;|=1+1|+|-|@|＝A1|\t|\n|\n\n|\r|\r\n|\\|NOTE|WEBVTT|00:00.000|<exists>|7|7.5|\u2028|\u0000|😀|e\u0301|#|//'.split(
          "|",
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(" ").slice(0, 200)),
);

/** A time to a tenth of a millisecond, as the record keeps it. */
const timeIn = (length: number) => fc.nat(Math.floor(length * 10_000)).map((place) => place / 10_000);

/** Any take with any cues, pauses and marks on it, up to two hours long. */
export const anyMaterial: fc.Arbitrary<Material> = fc
  .nat(72_000_000)
  .map((length) => length / 10_000)
  .chain((length) =>
    fc.record({
      title: anyText,
      length: fc.constant(length),
      cues: fc.array(
        fc
          .record({
            at: timeIn(length),
            lasts: fc.option(timeIn(Math.min(8, length))),
            text: fc.option(anyText),
          })
          .map(({ at, lasts, text }) =>
            aCue(at, lasts === null ? null : Math.min(length, at + lasts), "cut-in", text ?? undefined),
          ),
        { maxLength: 12 },
      ),
      pauses: fc.option(fc.array(timeIn(length), { maxLength: 20 }).map(asSpans)),
      marks: fc.array(
        fc.record({
          at: timeIn(length),
          kind: fc.oneof(fc.constantFrom("believe", "weak", "filler", "must-say"), anyText),
          note: anyText,
        }),
        { maxLength: 10 },
      ),
    }),
  )
  .map(({ title, length, cues, pauses, marks }) =>
    aMaterial({
      take: aTake({ title: { deck: "en/price", id: "any", text: title }, length, cues, notes: title }),
      pauses,
      marks: marks as Mark[],
    }),
  );

/** Places in pairs: spans that never touch. */
function asSpans(places: readonly number[]): Span[] {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  return Array.from(
    { length: Math.floor(sorted.length / 2) },
    (_, pair): Span => [sorted[2 * pair] ?? 0, sorted[2 * pair + 1] ?? 0],
  );
}
