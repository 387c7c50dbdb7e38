import type { EncodedPacket } from "mediabunny";
import { exportNames } from "../../src/i18n/exportNames.ts";
import { catalogues } from "../../src/i18n/languages.ts";
import { exportTo } from "../../src/review/exports/deliver.ts";
import { exportFormats } from "../../src/review/exports/index.ts";
import type { Take } from "../../src/store/take.ts";
import { encoded, packed } from "../support/opusFile.ts";

/** A take of that many minutes: half a minute of sound, its packets repeated. */
export async function longTake(minutes: number): Promise<Blob> {
  const hum = Float32Array.from(
    { length: 30 * 48_000 },
    (_, at) => 0.3 * Math.sin(at / (20 + Math.sin(at / 9_000))),
  );
  const packets = await encoded(hum);
  const all: EncodedPacket[] = [];
  while (all.length < minutes * 3_000) all.push(...packets);
  return packed(all.slice(0, minutes * 3_000));
}

/** Writes a take in one format to nowhere, as to a file that the user chose. */
export async function benchExport(
  id: string,
  take: Take,
  audio: Blob,
): Promise<Readonly<{ ms: number; bytes: number }>> {
  const format = exportFormats.find((each) => each.id === id);
  if (!format) throw new Error(`bench: no format ${id}`);
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write: (piece) => {
      bytes += piece.length;
    },
  });
  const names = exportNames(catalogues.en.words);
  const start = performance.now();
  await exportTo(sink, format, { take, audio: async () => audio, marks: [], pauses: null, names });
  return { ms: performance.now() - start, bytes };
}
