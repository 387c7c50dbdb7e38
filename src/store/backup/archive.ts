import {
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_UNSAFE_FILENAME,
  type FileEntry,
  Reader,
  WARNING_DUPLICATE_FILENAME,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-custom.js";
import { type Bytes, crc32 } from "./bytes.ts";
import { BOMB, DIRECTORY_LIMIT, limitOf } from "./format.ts";
import { BackupError, type Refusal } from "./problems.ts";
import type { FileProblem } from "./report.ts";

/** What a file of a zip says, or why it cannot be had. */
export type ReadFile = Readonly<{ bytes: Bytes }> | Readonly<{ problem: FileProblem }>;

/** A zip that was looked over without unpacking anything. */
export interface Archive {
  /** All files there are, folders not among them. */
  readonly names: readonly string[];
  /** Bytes a file takes in the zip; 0 when it is not there. */
  packed(name: string): number;
  /** One file, whole and as its CRC says. Rejects with BackupError `file-gone`, or as the signal says. */
  read(name: string, signal?: AbortSignal): Promise<ReadFile>;
}

const [STORED, DEFLATED] = [0, 8];

/**
 * Opens a zip and refuses it when anything about it as a whole is wrong.
 *
 * zip.js does the reading, in its strict way: a zip that two programs would read differently is none. Workers are off,
 * as the page's rules forbid those made from blobs.
 * @throws BackupError
 */
export async function openArchive(file: Blob): Promise<Archive> {
  const reader = new ZipReader(new BlobWindow(file), {
    useWebWorkers: false,
    strictness: "strict",
    checkCrc32: true,
  });
  const entries = await reader.getEntries().catch(async (cause: unknown) => {
    throw cause instanceof BackupError ? cause : new BackupError(await refusalOf(cause, file), { cause });
  });
  const files = new Map<string, FileEntry>();
  for (const entry of entries) if (!entry.directory) files.set(entry.filename, entry);
  const refusal = nameFault(entries.map(({ filename }) => filename)) ?? entryFault([...files.values()], file);
  if (refusal) throw new BackupError(refusal);
  return {
    names: [...files.keys()],
    packed: (name) => files.get(name)?.compressedSize ?? 0,
    read: async (name, signal) => {
      signal?.throwIfAborted();
      const entry = files.get(name);
      if (!entry) return { problem: "missing" };
      if (entry.compressionMethod === STORED) return stored(entry, file);
      return entry.compressionMethod === DEFLATED ? inflated(entry, signal) : { problem: "unsupported" };
    },
  };
}

/** Reads pieces of a file for zip.js, never much at a time: it asks for a directory as long as it says it is. */
class BlobWindow extends Reader<Blob> {
  constructor(private readonly file: Blob) {
    super(file);
    this.size = file.size;
  }

  override async readUint8Array(at: number, length: number): Promise<Uint8Array> {
    if (length > DIRECTORY_LIMIT) throw new BackupError("bomb");
    return piece(this.file, at, length);
  }
}

async function piece(file: Blob, at: number, length: number): Promise<Bytes> {
  try {
    const end = Math.min(at + length, file.size); // a zip may point anywhere
    return new Uint8Array(await file.slice(Math.min(at, end), end).arrayBuffer());
  } catch (cause) {
    throw new BackupError("file-gone", { cause });
  }
}

async function refusalOf(cause: unknown, file: Blob): Promise<Refusal> {
  const { message = "", reason } = cause as Readonly<{ message?: string; reason?: string }>;
  if (message === ERR_UNSAFE_FILENAME || reason === WARNING_DUPLICATE_FILENAME) return "hostile-names";
  if (message === ERR_ENCRYPTED_CENTRAL_DIRECTORY) return "encrypted";
  if (message !== ERR_EOCDR_NOT_FOUND && message !== ERR_BAD_FORMAT) return "damaged";
  const [p, k, three, four] = await piece(file, 0, 4);
  return p === 0x50 && k === 0x4b && three === 3 && four === 4 ? "cut-off" : "not-a-zip";
}

/** Names that would lead out of a folder on some system, or fall together on one that ignores case. */
function nameFault(names: readonly string[]): Refusal | null {
  const plain = new Set(names.map((name) => name.normalize("NFC").toLowerCase().replace(/\/$/, "")));
  const hostile = (name: string) =>
    name.includes("\\") ||
    /^[a-z]:/i.test(name) ||
    [...name].some((char) => char < " ") ||
    name
      .replace(/\/$/, "")
      .split("/")
      .some((part) => part === "" || part === "." || part === "..");
  return plain.size < names.length || names.some(hostile) ? "hostile-names" : null;
}

function entryFault(entries: readonly FileEntry[], file: Blob): Refusal | null {
  if (entries.some((entry) => entry.encrypted)) return "encrypted";
  const tooMuch = ({ filename, uncompressedSize, compressedSize }: FileEntry) =>
    uncompressedSize > limitOf(filename) ||
    (uncompressedSize > BOMB.above && uncompressedSize > BOMB.ratio * compressedSize);
  const all = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (entries.some(tooMuch) || all > BOMB.allAbove + BOMB.allRatio * file.size) return "bomb";
  return overlap(entries) ? "bomb" : null;
}

/** Whether two entries share bytes: how the smallest bombs are made, and nothing else is. */
function overlap(entries: readonly FileEntry[]): boolean {
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  return byPlace.some(({ offset, rawFilename, compressedSize }, place) => {
    const next = byPlace[place + 1];
    return next !== undefined && offset + 30 + rawFilename.length + compressedSize > next.offset;
  });
}

/** A stored file is taken straight out of the zip, once zip.js has compared its two headers. */
async function stored(entry: FileEntry, file: Blob): Promise<ReadFile> {
  try {
    await entry.getData(new WritableStream(), { checkOverlappingEntryOnly: true });
  } catch (cause) {
    return damagedUnlessGone(cause);
  }
  const { localDirectory, compressedSize, uncompressedSize } = entry;
  if (!localDirectory || compressedSize !== uncompressedSize) return { problem: "damaged" };
  const bytes = await piece(file, localDirectory.dataOffset, compressedSize);
  const whole = bytes.length === compressedSize && crc32(bytes) === entry.crc32;
  return whole ? { bytes } : { problem: "damaged" };
}

/** A compressed file is unpacked into as much room as it asked for, and not a byte more, whatever comes out. */
async function inflated(entry: FileEntry, signal: AbortSignal | undefined): Promise<ReadFile> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  const into = new WritableStream<Uint8Array>({
    write: (chunk) => {
      if (length + chunk.length > bytes.length) throw new RangeError("more than it said");
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await entry.getData(into, { checkOverlappingEntry: true, ...(signal && { signal }) });
  } catch (cause) {
    signal?.throwIfAborted();
    return damagedUnlessGone(cause);
  }
  return length === bytes.length ? { bytes } : { problem: "damaged" };
}

function damagedUnlessGone(cause: unknown): ReadFile {
  if (cause instanceof BackupError) throw cause;
  return { problem: "damaged" };
}
