import { ExportError } from "./format.ts";

/**
 * Passes on what is read of a take's sound.
 * @throws ExportError `damaged` when it cannot be read, or when there is nothing in it; the reason of the signal
 */
export async function* reading<T>(
  sound: AsyncIterable<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, void, void> {
  let empty = true;
  try {
    for await (const part of sound) {
      empty = false;
      yield part;
    }
  } catch (cause) {
    throw signal?.aborted ? signal.reason : new ExportError("damaged", { cause });
  }
  if (empty) throw new ExportError("damaged");
}
