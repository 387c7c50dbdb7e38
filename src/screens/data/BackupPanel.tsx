import { type ReactElement, useRef, useState } from "react";
import { dateText } from "../../i18n/format.ts";
import { localTime } from "../../lib/day.ts";
import { openFileSink } from "../../lib/fileAccess.ts";
import type { Progress } from "../../store/backup/ports.ts";
import { BackupError, type BackupProblem } from "../../store/backup/problems.ts";
import type { RestoreReport, SkippedFile } from "../../store/backup/report.ts";
import type { Keeping } from "../../store/keeping.ts";
import { useApp } from "../services.tsx";
import { FolderPanel } from "./FolderPanel.tsx";
import { saveFile } from "./saveFile.ts";

type State =
  | Readonly<{ step: "idle" | "cancelled" }>
  | Readonly<{ step: "running"; progress: Progress | null }>
  | Readonly<{ step: "made"; takes: number; skipped: readonly SkippedFile[] }>
  | Readonly<{ step: "restored"; report: RestoreReport }>
  | Readonly<{ step: "failed"; problem: BackupProblem; report: RestoreReport | null }>;

/** Makes a backup, restores one, and says what came of it. */
export function BackupPanel({
  keeping,
  onRestored,
}: Readonly<{ keeping: Keeping; onRestored(): void }>): ReactElement {
  const { words, language, clock, chosen, choose, reloadSettings } = useApp();
  const text = words.data.backup;
  const [state, setState] = useState<State>({ step: "idle" });
  const stop = useRef<AbortController>(undefined);
  const picker = useRef<HTMLInputElement>(null);
  const running = state.step === "running";

  /** Runs one piece of work that can be watched and stopped. */
  const run = async (
    work: (watch: { onProgress(progress: Progress): void; signal: AbortSignal }) => Promise<State>,
  ) => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ step: "running", progress: null });
    const onProgress = (progress: Progress) => setState({ step: "running", progress });
    try {
      setState(await work({ onProgress, signal: controller.signal }));
    } catch (error) {
      const aborted = error instanceof DOMException && error.name === "AbortError";
      const { problem, report } =
        error instanceof BackupError ? error : { problem: "storage" as const, report: null };
      setState(aborted ? { step: "cancelled" } : { step: "failed", problem, report });
    }
  };
  const make = () =>
    run(async (watch) => {
      const { epoch, utcOffset } = clock.date();
      const made = localTime(epoch, utcOffset);
      const sink = await openFileSink(`offscript-${made.local.slice(0, 10)}.zip`, saveFile);
      const { takes, skipped } = await (await keeping.backup()).write(sink.stream, { ...watch, made });
      await sink.finish();
      choose({ backup: { at: epoch, takes } });
      return { step: "made", takes, skipped };
    });
  const restore = (file: File) =>
    run(async (watch) => {
      const report = await (await keeping.backup()).restore(file, watch);
      if (report.settings) await reloadSettings();
      onRestored();
      return { step: "restored", report };
    });

  return (
    <div className="panel panel-backup">
      <h3>{text.heading}</h3>
      <p className="quiet">
        {text.why} {chosen.backup ? text.last(lastDate(chosen.backup.at, language)) : text.never}
      </p>
      <div className="panel-actions">
        <button type="button" className="button-quiet" disabled={running} onClick={() => void make()}>
          {text.make}
        </button>
        <button
          type="button"
          className="button-quiet"
          disabled={running}
          onClick={() => picker.current?.click()}
        >
          {text.restore}
        </button>
        {running && (
          <button type="button" className="button-quiet" onClick={() => stop.current?.abort()}>
            {text.cancel}
          </button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={text.restore}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ""; // the same file may be chosen again
          if (file) void restore(file);
        }}
      />
      <p className="quiet">{text.restoreWhy}</p>
      <Outcome state={state} />
      <FolderPanel keeping={keeping} />
    </div>
  );
}

const lastDate = (at: number, language: Parameters<typeof dateText>[1]): string =>
  dateText(localTime(at, -new Date(at).getTimezoneOffset()), language);

function Outcome({ state }: Readonly<{ state: State }>): ReactElement {
  const { backup: text } = useApp().words.data;
  const report = state.step === "restored" ? state.report : state.step === "failed" ? state.report : null;
  const skipped = state.step === "made" ? state.skipped : (report?.skipped ?? []);
  return (
    <div role="status">
      {state.step === "running" && (
        <p>
          <progress
            max={state.progress?.ofBytes || 1}
            value={state.progress?.bytes ?? 0}
            aria-label={text.heading}
          />{" "}
          {state.progress && text.running(state.progress.takes, state.progress.ofTakes)}
        </p>
      )}
      {state.step === "cancelled" && <p>{text.cancelled}</p>}
      {state.step === "made" && <p>{text.made(state.takes)}</p>}
      {state.step === "failed" && <p className="notice">{text.problems[state.problem]}</p>}
      {report && <p>{text.restored(report.added, report.updated, report.unchanged + report.kept)}</p>}
      {report && report.decks > 0 && <p>{text.restoredDecks(report.decks)}</p>}
      {skipped.length > 0 && (
        <>
          <p>{text.skipped}</p>
          <ul>
            {skipped.map(({ name, reason }) => (
              <li key={`${name}/${reason}`}>
                <code>{name}</code> {text.problems[reason]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
