import type { ReactElement } from "react";
import { type FactPart, type MeasureName, measureFacts } from "../../i18n/measureFacts.ts";
import { useApp } from "../services.tsx";

type Props = Readonly<{ name: MeasureName; parts?: readonly FactPart[] }>;

/** How one measure is counted, and when it is unknown. */
export function MeasureFacts({ name, parts }: Props): ReactElement {
  const { measures } = useApp().words;
  return (
    <dl className="measure-facts">
      {measureFacts(measures, name, parts).map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
