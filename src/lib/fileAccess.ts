/** Parts of the File System Access API that Chromium has and TypeScript does not know. */
type Access = {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: { id: string; mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
};
type Permitted = {
  queryPermission?(options: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission?(options: { mode: "readwrite" }): Promise<PermissionState>;
};

const access = globalThis as typeof globalThis & Access;

/** Where a file is written to, and what to do once it is complete. */
export type FileSink = Readonly<{
  stream: WritableStream<Uint8Array>;
  /** Hands the file to the user, where it is not already where they wanted it. */
  finish(): Promise<void>;
}>;

/**
 * Somewhere to write a big file that does not fit into memory: where the user says, in Chromium; elsewhere first to
 * the browser's own disk, and then to the downloads.
 * @param save hands a finished file to the browser's download
 * @throws AbortError (DOMException) when the user closes the dialog
 */
export async function openFileSink(
  name: string,
  save: (file: Blob, name: string) => void,
): Promise<FileSink> {
  if (access.showSaveFilePicker) {
    const types = [{ description: "Zip", accept: { "application/zip": [".zip"] } }];
    const handle = await access.showSaveFilePicker({ suggestedName: name, types });
    return { stream: await handle.createWritable(), finish: async () => undefined };
  }
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(`${name}.part`, { create: true });
  return {
    stream: await handle.createWritable(),
    finish: async () => save(await handle.getFile(), name), // erased with everything else, or by the next backup
  };
}

/** Whether this browser can write to a folder of the user's choice. */
export const canChooseFolder = (): boolean => access.showDirectoryPicker !== undefined;

/** @throws AbortError (DOMException) when the user closes the dialog */
export function chooseFolder(): Promise<FileSystemDirectoryHandle> {
  if (!access.showDirectoryPicker) throw new TypeError("This browser cannot choose a folder");
  return access.showDirectoryPicker({ id: "backup", mode: "readwrite" });
}

/** Whether the folder may be written to right now; `ask` needs a click of the user's. */
export async function mayWrite(folder: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const permitted = folder as FileSystemDirectoryHandle & Permitted;
  const state = ask
    ? await permitted.requestPermission?.({ mode: "readwrite" })
    : await permitted.queryPermission?.({ mode: "readwrite" });
  return state === undefined || state === "granted"; // folders of the browser's own have no permissions
}
