import { type ReactElement, useEffect, useRef } from "react";
import { measureNames } from "../i18n/measureFacts.ts";
import { useApp } from "./services.tsx";
import { MeasureFacts } from "./sound/MeasureFacts.tsx";

/** What is measured, and how: the text of docs/measures.md. `entry` is the measure somebody came for. */
export function MeasuresScreen({ entry }: Readonly<{ entry: string | null }>): ReactElement {
  const { measures } = useApp().words;
  const asked = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is another heading
  useEffect(() => {
    asked.current?.focus();
    asked.current?.scrollIntoView({ block: "start" });
  }, [entry]);
  return (
    <section className="page measures">
      <h1>{measures.heading}</h1>
      <p className="lead">{measures.intro}</p>
      <p className="quiet">{measures.accuracyNote}</p>
      {measureNames(measures).map((name) => (
        <section key={name}>
          <h2 {...(name === entry ? { ref: asked, tabIndex: -1 } : {})}>{measures.list[name].name}</h2>
          <p>{measures.list[name].what}</p>
          <MeasureFacts name={name} />
        </section>
      ))}
    </section>
  );
}
