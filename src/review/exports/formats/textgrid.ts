import { type Material, textFormat } from "../format.ts";
import { type Label, labelsOf } from "../labels.ts";

/** An interval tier covers its take from end to end, in seconds; what nothing is said of has no text. */
type Interval = Readonly<{ from: number; to: number; text: string }>;
type Point = Readonly<{ at: number; text: string }>;
type Tier = Readonly<{ name: string } & ({ intervals: readonly Interval[] } | { points: readonly Point[] })>;

/**
 * A Praat TextGrid, in Praat's long text form. The tiers have the same names in every language, so that a script can
 * ask for them:
 *
 *     cues         intervals; what overlaps goes to `cues 2` and so on
 *     cue onsets   points, one for every cue, also for those without an end
 *     pauses       intervals; left out when pauses were not measured, and empty when there was none
 *     marks        points
 *
 * @see Praat manual, "TextGrid file formats"
 */
export const format = textFormat(
  { id: "textgrid", group: "labels", extension: "TextGrid", mediaType: "text/plain" },
  (material) => {
    const length = Math.max(rounded(material.take.length), 0.001); // Praat knows no grid of no length
    const tiers = tiersOf(material, length);
    return [
      'File type = "ooTextFile"',
      'Object class = "TextGrid"',
      "",
      "xmin = 0",
      `xmax = ${length}`,
      "tiers? <exists>",
      `size = ${tiers.length}`,
      "item []:",
      ...tiers.flatMap((tier, index) => [`    item [${index + 1}]:`, ...tierLines(tier, length)]),
      "",
    ].join("\n");
  },
);

function tiersOf(material: Material, length: number): Tier[] {
  const labels = labelsOf(material).map((label) => within(label, length));
  const of = (track: Label["track"]) => labels.filter((label) => label.track === track);
  return [
    ...intervalTiers("cues", of("cues"), length),
    { name: "cue onsets", points: pointsOf(of("cues")) },
    ...(material.pauses ? intervalTiers("pauses", of("pauses"), length) : []),
    { name: "marks", points: pointsOf(of("marks")) },
  ];
}

const intervalTiers = (name: string, labels: readonly Label[], length: number): Tier[] =>
  layers(labels).map((layer, index) => ({
    name: index === 0 ? name : `${name} ${index + 1}`,
    intervals: covering(layer, length),
  }));

/** To the microsecond, so that no number needs an exponent. */
const rounded = (time: number): number => Math.round(time * 1e6) / 1e6;

const within = (label: Label, length: number): Label => ({
  ...label,
  at: Math.min(rounded(label.at), length),
  until: label.until === null ? null : Math.min(rounded(label.until), length),
});

/** Labels of some length, so divided that none overlaps another of its layer; at least one layer. */
function layers(labels: readonly Label[]): Interval[][] {
  const found: Interval[][] = [[]];
  for (const { at, until, text } of labels) {
    if (until === null || until <= at) continue;
    const free = found.find((layer) => (layer.at(-1)?.to ?? 0) <= at);
    if (free) free.push({ from: at, to: until, text });
    else found.push([{ from: at, to: until, text }]);
  }
  return found;
}

/** The same intervals with empty ones between them, from 0 to the end. */
function covering(intervals: readonly Interval[], length: number): Interval[] {
  const all: Interval[] = [];
  let at = 0;
  for (const interval of intervals) {
    if (interval.from > at) all.push({ from: at, to: interval.from, text: "" });
    all.push(interval);
    at = interval.to;
  }
  if (at < length) all.push({ from: at, to: length, text: "" });
  return all;
}

/** Two points of a tier never share a time; their texts then share a point. */
function pointsOf(labels: readonly Label[]): Point[] {
  const points: Point[] = [];
  for (const { at, text } of labels) {
    const last = points.at(-1);
    if (last?.at === at) points[points.length - 1] = { at, text: `${last.text} | ${text}` };
    else points.push({ at, text });
  }
  return points;
}

function tierLines(tier: Tier, length: number): string[] {
  const isPoints = "points" in tier;
  const head = [
    `        class = "${isPoints ? "TextTier" : "IntervalTier"}"`,
    `        name = ${quoted(tier.name)}`,
    "        xmin = 0",
    `        xmax = ${length}`,
  ];
  if (isPoints)
    return [
      ...head,
      `        points: size = ${tier.points.length}`,
      ...tier.points.flatMap(({ at, text }, index) => [
        `        points [${index + 1}]:`,
        `            number = ${at}`,
        `            mark = ${quoted(text)}`,
      ]),
    ];
  return [
    ...head,
    `        intervals: size = ${tier.intervals.length}`,
    ...tier.intervals.flatMap(({ from, to, text }, index) => [
      `        intervals [${index + 1}]:`,
      `            xmin = ${from}`,
      `            xmax = ${to}`,
      `            text = ${quoted(text)}`,
    ]),
  ];
}

/** A quote inside is written twice. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
