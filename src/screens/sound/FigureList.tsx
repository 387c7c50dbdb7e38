import type { ReactElement } from "react";
import { fixedText } from "../../i18n/format.ts";
import type { MeasureName } from "../../i18n/measureFacts.ts";
import type { Words } from "../../i18n/words.ts";
import type { Summary } from "../../measure/summary.ts";
import { useApp } from "../services.tsx";
import { MeasureFacts } from "./MeasureFacts.tsx";

/** A number as it is shown: its measure, its value in its unit, how many digits after the point are worth showing. */
type Figure = Readonly<{
  name: MeasureName;
  value: number | null;
  unit: keyof Words["sound"]["units"] | "%";
  digits: 0 | 1;
  /** What is to be said beside it. */
  notes?: readonly string[];
}>;

/** The numbers of a take, set large. Each opens to how it is counted. */
export function FigureList({
  summary,
  gained,
}: Readonly<{ summary: Summary; gained: boolean }>): ReactElement {
  const { words, language } = useApp();
  const { sound } = words;
  const { pauses, longPausesPerMinute: long, phonationTimeRatio: ratio } = summary;
  const pauseNotes = [
    ...(summary.scripted ? [sound.scripted] : []),
    ...(pauses && long !== null ? [sound.pauses(pauses, fixedText(long, 1, language))] : []),
  ];
  const figures: readonly Figure[] = [
    { name: "responseLatency", value: summary.responseLatency, unit: "seconds", digits: 1 },
    { name: "pauses", value: summary.pausesPerMinute, unit: "perMinute", digits: 1, notes: pauseNotes },
    { name: "speechRate", value: summary.speechRate, unit: "syllablesPerSecond", digits: 1 },
    { name: "articulationRate", value: summary.articulationRate, unit: "syllablesPerSecond", digits: 1 },
    {
      name: "phonationTimeRatio",
      value: ratio === null ? null : ratio * 100,
      unit: "%",
      digits: 0,
    },
    { name: "meanLengthOfRun", value: summary.meanLengthOfRun, unit: "syllables", digits: 1 },
    { name: "f0SdSemitones", value: summary.f0SdSemitones, unit: "semitones", digits: 1 },
    {
      name: "loudness",
      value: summary.loudness,
      unit: "decibels",
      digits: 0,
      notes: gained && summary.loudness !== null ? [sound.gain] : [],
    },
  ];
  return (
    <ul className="figures">
      {figures.map((figure) => (
        <FigureItem key={figure.name} {...figure} />
      ))}
    </ul>
  );
}

function FigureItem({ name, value, unit, digits, notes = [] }: Figure): ReactElement {
  const { words, language } = useApp();
  const { measures, sound } = words;
  const said = [...notes, measures.list[name].what];
  return (
    <li>
      <details>
        <summary>
          <span className="figure-name">{measures.list[name].name}</span>{" "}
          {value === null ? (
            <span className="figure-unknown">{sound.unknown}</span>
          ) : (
            <span className="figure-value">
              <b>{fixedText(value, digits, language)}</b> {unit === "%" ? unit : sound.units[unit]}
            </span>
          )}{" "}
          <span className="figure-words quiet">{said.join(language === "en" ? " " : "")}</span>
        </summary>
        <MeasureFacts name={name} parts={["how", "unknown", "accuracy"]} />
      </details>
    </li>
  );
}
