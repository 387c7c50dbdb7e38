import { type ReactElement, useState } from "react";
import type { Words } from "../../i18n/words.ts";
import { type Finding, type Inspection, inspect } from "../../store/inspection.ts";
import type { Keeping } from "../../store/keeping.ts";
import { useApp } from "../services.tsx";
import { saveFile } from "./saveFile.ts";

type State =
  | Readonly<{ step: "idle" | "failed" }>
  | Readonly<{ step: "running"; done: number; of: number }>
  | Readonly<{ step: "done"; inspection: Inspection }>;

/** Checks every recording, names what is wrong, and saves what can be saved. */
export function InspectPanel({
  keeping,
  onErased,
}: Readonly<{ keeping: Keeping; onErased(): void }>): ReactElement {
  const { words } = useApp();
  const { inspect: text } = words.data;
  const [state, setState] = useState<State>({ step: "idle" });
  const run = () => {
    setState({ step: "running", done: 0, of: 0 });
    inspect(keeping.shelf, (done, of) => setState({ step: "running", done, of })).then(
      (inspection) => setState({ step: "done", inspection }),
      () => setState({ step: "failed" }),
    );
  };
  const erase = async (id: string) => {
    await keeping.erase(id);
    onErased();
    run();
  };
  return (
    <div className="panel">
      <h3>{text.heading}</h3>
      <p className="quiet">{text.why}</p>
      <button type="button" className="button-quiet" disabled={state.step === "running"} onClick={run}>
        {text.start}
      </button>
      <div role="status">
        {state.step === "running" && <p>{text.running(state.done, state.of)}</p>}
        {state.step === "failed" && <p className="notice">{words.takes.loadFailed}</p>}
        {state.step === "done" && <Findings inspection={state.inspection} onErase={(id) => void erase(id)} />}
      </div>
    </div>
  );
}

function Findings({
  inspection: { checked, findings },
  onErase,
}: Readonly<{ inspection: Inspection; onErase(id: string): void }>): ReactElement {
  const { words } = useApp();
  const text = words.data.inspect;
  if (findings.length === 0) return <p>{text.fine(checked)}</p>;
  return (
    <>
      <p>{text.found(findings.length)}</p>
      <ul className="findings">
        {findings.map((finding) => {
          const { id, name, audio } = factsOf(finding);
          return (
            <li key={`${finding.problem}/${id}`}>
              <span>
                <b>{name}</b> {sentence(finding, text)}
              </span>
              {audio && (
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => saveFile(audio, `offscript-${id}.webm`)}
                >
                  {text.save}
                </button>
              )}
              <button type="button" className="button-quiet" onClick={() => onErase(id)}>
                {text.erase}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Which id a finding is about, what to call it, and what sound there is. */
function factsOf(finding: Finding): { id: string; name: string; audio: Blob | null } {
  switch (finding.problem) {
    case "damaged":
      return { id: finding.take.id, name: finding.take.title.text, audio: finding.audio };
    case "no-audio":
      return { id: finding.take.id, name: finding.take.title.text, audio: null };
    case "unreadable":
      return { id: finding.record.id, name: finding.record.id, audio: finding.audio };
    case "no-record":
    case "pieces":
      return { id: finding.id, name: finding.id, audio: finding.audio };
  }
}

function sentence(finding: Finding, { problems }: Words["data"]["inspect"]): string {
  if (finding.problem === "unreadable") return problems.unreadable(finding.record.problem);
  if (finding.problem === "damaged" && finding.audio === null) return problems.gone;
  return problems[finding.problem];
}
