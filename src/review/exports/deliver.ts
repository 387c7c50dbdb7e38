import type { Bytes, ExportFormat, Material, Watch } from "./format.ts";

/**
 * Writes an export where it is wanted, piece by piece.
 * @param sink closed at the end; aborted when it fails or is stopped, so that no half file looks like a whole one
 * @throws what the format throws; what the sink rejects with; the reason of the signal
 */
export async function exportTo(
  sink: WritableStream<Uint8Array>,
  format: ExportFormat,
  material: Material,
  watch: Watch = {},
): Promise<void> {
  const out = sink.getWriter();
  try {
    for await (const piece of pieces(format, material, watch)) await out.write(piece);
    await out.close();
  } catch (cause) {
    await out.abort(cause).catch(() => undefined); // what went wrong first is what is told
    throw cause;
  }
}

/**
 * An export as one file, for the share sheet and the browser's download. Each piece is handed to the browser as it
 * comes, which keeps big ones on its disk: an hour of WAV is never in the memory of the page.
 */
export async function exportBlob(format: ExportFormat, material: Material, watch: Watch = {}): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const piece of pieces(format, material, watch)) parts.push(new Blob([piece]));
  return new Blob(parts, { type: format.mediaType });
}

async function* pieces(format: ExportFormat, material: Material, watch: Watch): AsyncGenerator<Bytes> {
  watch.signal?.throwIfAborted();
  for await (const piece of format.write(material, watch)) {
    watch.signal?.throwIfAborted();
    yield piece;
  }
  watch.onProgress?.(1);
}
