import { problem } from "../problems.ts";
import { refused } from "./found.ts";
import { limits } from "./limits.ts";
import { type Preview, preview } from "./preview.ts";
import { readImport } from "./readImport.ts";
import type { Library, Wish } from "./target.ts";

/** What is brought: a file, or what was pasted. */
export type Source = Readonly<{ file: Blob; name: string } | { pasted: string }>;

/** All that an examination takes; it can be sent to a worker. */
export type Job = Readonly<{ source: Source; library: Library; wish: Wish }>;

/** Reads what was brought and tells what it would change. A file that is too big is not even opened. */
export async function examine({ source, library, wish }: Job): Promise<Preview> {
  const isFile = "file" in source;
  const size = isFile ? source.file.size : source.pasted.length;
  const found =
    size > limits.bytes
      ? refused("text", problem("too-big", {}, [limits.megabytes]))
      : readImport(
          isFile ? new Uint8Array(await source.file.arrayBuffer()) : new TextEncoder().encode(source.pasted),
          isFile ? source.name : null,
        );
  return preview(found, library, wish);
}
