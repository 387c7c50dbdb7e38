import type { Job } from "./examine.ts";
import type { Preview } from "./preview.ts";

/** The file could not be read: its disk was pulled, it was changed meanwhile, or the worker did not start. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/**
 * Examines an import in a worker of its own, so that ten megabytes never hold up the page.
 * @param signal ends the work at once
 * @throws ImportError when the file cannot be read
 * @throws the reason of the signal
 */
export function examineInWorker(job: Job, signal?: AbortSignal): Promise<Preview> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });
    const cancel = () => end(() => reject(signal?.reason));
    const end = (answer: () => void) => {
      worker.terminate();
      signal?.removeEventListener("abort", cancel);
      answer();
    };
    signal?.addEventListener("abort", cancel);
    worker.onmessage = ({ data }: MessageEvent<{ preview: Preview } | { failed: string }>) =>
      end(() => ("preview" in data ? resolve(data.preview) : reject(new ImportError(data.failed))));
    worker.onerror = (event) => end(() => reject(new ImportError(event.message)));
    worker.onmessageerror = () => end(() => reject(new ImportError("The answer cannot be read")));
    worker.postMessage(job);
  });
}
