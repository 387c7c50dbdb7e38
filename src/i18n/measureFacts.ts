import type { Words } from "./words.ts";

type MeasureWords = Words["measures"];
export type MeasureName = keyof MeasureWords["list"];

const all = ["how", "unit", "unknown", "accuracy", "source"] as const;
export type FactPart = (typeof all)[number];

/** What is told of one measure, all or some of it, each with its label: how it is counted, and when it is unknown. */
export const measureFacts = (
  { labels, list }: MeasureWords,
  name: MeasureName,
  parts: readonly FactPart[] = all,
): readonly (readonly [label: string, text: string])[] =>
  parts.map((part) => [labels[part], list[name][part]]);

/** All measures there are, in the order they are told. */
export const measureNames = ({ list }: MeasureWords): readonly MeasureName[] =>
  Object.keys(list) as MeasureName[];
