import { examine, type Job } from "./examine.ts";

/** What the worker answers: a preview, or that the file could not be read (its disk was pulled, it was changed). */
addEventListener("message", async ({ data }: MessageEvent<Job>) => {
  try {
    postMessage({ preview: await examine(data) });
  } catch (cause) {
    postMessage({ failed: String(cause) });
  }
});
