import { type ReactElement, useCallback, useEffect, useRef, useState } from "react";
import type { SpokenLine } from "../../client/sound.ts";
import type { Failure } from "../../drill/state.ts";
import { lengthText } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { peak } from "../../measure/level.ts";
import type { Language } from "../../prompts/deck.ts";
import { decodeWhole } from "../../recorder/decodeWhole.ts";
import { openMicrophone } from "../../recorder/microphone.ts";
import { MicrophoneError } from "../../recorder/recorder.ts";
import { type LineRecording, recordLine } from "../../studio/recordLine.ts";
import { Meter } from "../../ui/Meter.tsx";
import { useApp } from "../services.tsx";

type Step =
  | Readonly<{ step: "opening" | "recording" }>
  | Readonly<{ step: "made"; line: SpokenLine }>
  | Readonly<{ step: "failed"; reason: Failure }>;

type Props = Readonly<{ hear(line: SpokenLine): void; keep(line: SpokenLine): void; cancel(): void }>;

/** Records one line, lets it be heard, and keeps it when told so. Begins at once; gone from the screen, it lets go. */
export function LineRecorder({ hear, keep, cancel }: Props): ReactElement {
  const { words, language, clock } = useApp();
  const { lines } = words.voice;
  const [state, setState] = useState<Step>({ step: "opening" });
  const [attempt, setAttempt] = useState(0);
  const recording = useRef<LineRecording>(null);
  const listeners = useRef(new Set<(peak: number) => void>());
  const subscribe = useCallback((listener: (peak: number) => void) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt records anew
  useEffect(() => {
    let current = true;
    const show = (next: Step) => current && setState(next);
    const record = async () => {
      show({ step: "opening" });
      // Nothing plays meanwhile, so nothing has to be cancelled: the line is recorded as plainly as can be.
      const microphone = await openMicrophone({ headphones: true });
      if (!current) return microphone.close();
      microphone.onSamples((samples) => {
        for (const listener of listeners.current) listener(peak(samples));
      });
      const under = recordLine(microphone, clock, decodeWhole, () => show({ step: "recording" }));
      recording.current = under;
      show({ step: "made", line: await under.line });
    };
    record().catch((error: unknown) =>
      show({ step: "failed", reason: error instanceof MicrophoneError ? error.reason : "recorder" }),
    );
    return () => {
      current = false;
      recording.current?.stop();
      recording.current = null;
    };
  }, [attempt, clock]);

  const stop = () => recording.current?.stop();
  const again = () => setAttempt((before) => before + 1);
  return (
    <div className="line-recorder">
      <p role="status">{tell(state, words, language)}</p>
      {state.step === "recording" && <Meter label={words.drill.level} subscribe={subscribe} />}
      <div className="panel-actions">
        {state.step === "recording" && (
          <>
            {/* biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone, and this one comes next */}
            <button type="button" className="button-primary" autoFocus onClick={stop}>
              {lines.stop}
            </button>
          </>
        )}
        {state.step === "made" && (
          <>
            {/* biome-ignore lint/a11y/noAutofocus: as above */}
            <button type="button" className="button-primary" autoFocus onClick={() => keep(state.line)}>
              {lines.keep}
            </button>
            <button type="button" className="button-quiet" onClick={() => hear(state.line)}>
              {lines.hear}
            </button>
          </>
        )}
        {(state.step === "made" || state.step === "failed") && (
          <button type="button" className="button-quiet" onClick={again}>
            {lines.again}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={cancel}>
          {lines.cancel}
        </button>
      </div>
    </div>
  );
}

function tell(state: Step, { voice: { lines }, failures }: Words, language: Language): string {
  switch (state.step) {
    case "opening":
      return lines.opening;
    case "recording":
      return lines.recording;
    case "made":
      return lines.made(lengthText(state.line.length, language));
    case "failed":
      if (state.reason === "silent") return lines.nothing;
      return `${failures[state.reason].what} ${failures[state.reason].todo}`;
  }
}
