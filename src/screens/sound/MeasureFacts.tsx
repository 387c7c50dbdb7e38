import type { ReactElement } from "react";
import { type MeasureName, measureFacts } from "../../i18n/measureFacts.ts";
import { useApp } from "../services.tsx";

/** How one measure is counted, and when it is unknown. */
export function MeasureFacts({ name }: Readonly<{ name: MeasureName }>): ReactElement {
  const { measures } = useApp().words;
  return (
    <dl className="measure-facts">
      {measureFacts(measures, name).map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
