import type { Words } from "./words.ts";

type MeasureWords = Words["measures"];
export type MeasureName = keyof MeasureWords["list"];

const parts = ["how", "unit", "unknown", "accuracy", "source"] as const;

/** What is told of one measure, in order, each with its label: how it is counted, and when it is unknown. */
export const measureFacts = (
  { labels, list }: MeasureWords,
  name: MeasureName,
): readonly (readonly [label: string, text: string])[] =>
  parts.map((part) => [labels[part], list[name][part]]);

/** All measures there are, in the order they are told. */
export const measureNames = ({ list }: MeasureWords): readonly MeasureName[] =>
  Object.keys(list) as MeasureName[];
