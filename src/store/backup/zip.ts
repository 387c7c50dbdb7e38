import { Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { LocalTime } from "../../lib/day.ts";
import type { Bytes } from "./bytes.ts";

/** Files into a zip, stored, with their sizes in front: what every unzip can read, and any can read as a stream. */
export class Zip {
  private readonly writer: ZipWriter<unknown>;
  private readonly options;

  constructor(to: WritableStream, made: LocalTime, signal: AbortSignal | undefined) {
    this.writer = new ZipWriter(to, { useWebWorkers: false, level: 0, ...(signal && { signal }) });
    this.options = {
      bufferedWrite: true,
      dataDescriptor: false,
      extendedTimestamp: false, // it would be in UTC; the date a zip shows is the wall's
      lastModDate: new Date(made.local),
    };
  }

  async add(name: string, bytes: Bytes): Promise<void> {
    await this.writer.add(name, new Uint8ArrayReader(bytes), this.options);
  }

  async close(): Promise<void> {
    await this.writer.close();
  }
}
