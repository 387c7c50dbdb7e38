import { type ReactElement, useCallback, useState } from "react";
import { canChooseFolder, chooseFolder, mayWrite } from "../../lib/fileAccess.ts";
import type { Keeping } from "../../store/keeping.ts";
import { useApp } from "../services.tsx";
import { useAsync } from "../useAsync.ts";
import { autoBackup } from "./autoBackup.ts";

/** A folder that backups go to by themselves, where the browser can write to one. */
export function FolderPanel({ keeping }: Readonly<{ keeping: Keeping }>): ReactElement | null {
  const app = useApp();
  const text = app.words.data.backup;
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version counts what was changed here
  const look = useCallback(async () => {
    const folder = await keeping.folder.load();
    return folder && { name: folder.name, folder, allowed: await mayWrite(folder, false) };
  }, [keeping, version]);
  const looked = useAsync(look);
  const changed = () => setVersion((before) => before + 1);
  if (!canChooseFolder() || looked.state !== "ready") return null;
  const chosen = looked.value;

  const choose = async () => {
    const folder = await chooseFolder().catch(() => null); // the dialog was closed
    if (!folder) return;
    await keeping.folder.save(folder);
    await autoBackup(app);
    changed();
  };
  const allow = async () => {
    if (chosen && (await mayWrite(chosen.folder, true))) await autoBackup(app);
    changed();
  };
  const stop = async () => {
    await keeping.folder.save(null);
    changed();
  };
  return (
    <>
      <h3>{text.folder}</h3>
      <p className="quiet">
        {!chosen ? text.folderWhy : chosen.allowed ? text.folderIs(chosen.name) : text.folderAsk(chosen.name)}
      </p>
      <div className="panel-actions">
        {chosen && !chosen.allowed && (
          <button type="button" className="button-quiet" onClick={() => void allow()}>
            {text.folderAllow}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={() => void choose()}>
          {text.folderChoose}
        </button>
        {chosen && (
          <button type="button" className="button-quiet" onClick={() => void stop()}>
            {text.folderStop}
          </button>
        )}
      </div>
    </>
  );
}
