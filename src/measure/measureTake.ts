import type { Context, Findings } from "./measure.ts";
import type { Reply, Request, Stretch } from "./session.ts";

type Options = Readonly<{
  context: Context;
  /** Hears how many seconds of the take were measured. */
  progress?: (seconds: number) => void;
  /** Ends the work; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}>;

/**
 * Measures a take in a worker of its own, so that the page stays quick. One stretch is on its way at a time: memory
 * holds no more of the sound than that.
 * @param stretches decoded sound in order, as `decodeStretches` gives it; their samples are handed over and are gone
 * @throws what decoding throws, what the worker failed of, the reason of the signal
 */
export async function measureTake(
  stretches: AsyncIterable<Stretch>,
  { context, progress, signal }: Options,
): Promise<Findings> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const ask = (request: Request, transfer: Transferable[] = []) =>
    new Promise<Reply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || "the measuring worker did not start"));
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.postMessage(request, transfer);
    });
  try {
    for await (const stretch of stretches) {
      signal?.throwIfAborted();
      const reply = await ask({ type: "stretch", stretch }, [stretch.samples.buffer]);
      if (reply.type === "failed") throw new Error(reply.message);
      if (reply.type === "heard") progress?.(reply.seconds);
    }
    const reply = await ask({ type: "finish", context });
    if (reply.type === "found") return reply.findings;
    throw new Error(reply.type === "failed" ? reply.message : "the measuring worker answered out of turn");
  } finally {
    worker.terminate();
  }
}
