import { problem } from "../problems.ts";
import { readShared } from "../sharing.ts";
import { type Import, refused } from "./found.ts";
import { limits } from "./limits.ts";
import { type Preview, preview } from "./preview.ts";
import { readImport } from "./readImport.ts";
import type { Library, Wish } from "./target.ts";

/** What is brought: a file, what was pasted, or what stands behind `add=` in a shared address. */
export type Source = Readonly<{ file: Blob; name: string } | { pasted: string } | { link: string }>;

/** All that an examination takes; it can be sent to a worker. */
export type Job = Readonly<{ source: Source; library: Library; wish: Wish }>;

/** Reads what was brought and tells what it would change. */
export async function examine({ source, library, wish }: Job): Promise<Preview> {
  return preview(await read(source), library, wish);
}

/** What was brought, read. A file that is too big is not even opened. */
async function read(source: Source): Promise<Import> {
  if ("link" in source) return readShared(source.link);
  const isFile = "file" in source;
  const size = isFile ? source.file.size : source.pasted.length;
  if (size > limits.bytes) return refused("text", problem("too-big", {}, [limits.megabytes]));
  return isFile
    ? readImport(new Uint8Array(await source.file.arrayBuffer()), source.name)
    : readImport(new TextEncoder().encode(source.pasted), null);
}
