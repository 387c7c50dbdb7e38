import * as v from "valibot";
import { startedSchema } from "../take.ts";

/**
 * A backup, the file layout: a contract that other people's scripts may rely on.
 *
 *     takes/<id>.json    the record, as it is stored
 *     audio/<id>.<ext>   the sound as it was recorded, stored, not compressed
 *     peaks/<id>.f32     the waveform, little-endian float32, 50 a second; may be missing
 *     decks/<name>.json  a deck of the user's own, as `prompts/deck.schema.json` describes it
 *     offscript.json     what all this is; the last file, since only then the rest is known
 *
 * It is a plain zip with sizes in front of the data, zip64 when it has to be. Ids are UUIDs. Whoever packs a changed
 * folder again may leave files out and may compress; `offscript.json` has to stay. Later versions may add folders
 * (`rehearsals/`, `field/`): what is not known is named and left out.
 */
export const MANIFEST = "offscript.json";
export const VERSION = 1;

const MB = 2 ** 20;

/**
 * Nothing that Offscript makes comes near these. Bytes of one file when unpacked; a sound has to fit into memory,
 * where its checksum is taken: 1 GB is 18 hours at 128 kbit/s.
 */
export const LIMITS = { manifest: 64 * MB, record: 32 * MB, audio: 1024 * MB, peaks: 64 * MB } as const;

/** A zip's list of its own files, in bytes: 64 MB are some 150 000 takes. */
export const DIRECTORY_LIMIT = 64 * MB;

/**
 * A file of more than `above` bytes that unpacks to more than `ratio` times itself is a bomb: sound does not
 * compress, text does so ten- to thirtyfold, and only the waveform of silence does better. The same goes for all of them
 * together.
 */
export const BOMB = { above: 16 * MB, ratio: 100, allAbove: 64 * MB, allRatio: 50 } as const;

/** JSON that nests deeper is none of ours, and could exhaust the stack of whoever copies it. */
export const MAX_DEPTH = 64;

const id = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const entrySchema = v.pipe(
  v.object({
    id,
    /** null: the sound could not be read when the backup was made. */
    audio: v.nullable(v.string()),
    /** SHA-256 of the sound as it was found, in hexadecimal. */
    sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    peaks: v.nullable(v.string()),
  }),
  v.check(
    ({ id, audio, peaks }) =>
      (audio === null || extensions.some((extension) => audio === `audio/${id}.${extension}`)) &&
      (peaks === null || peaks === peaksName(id)),
    "a file that is not named after its take",
  ),
);

/** Where a deck lies, by its id; the slash of the id is no folder. */
export const deckName = (id: string): string => `decks/${id.replace("/", ".")}.json`;

const deckEntrySchema = v.pipe(
  v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[A-Za-z0-9]+)*\/[a-z0-9-]+$/)), file: v.string() }),
  v.check(({ id, file }) => file === deckName(id), "a file that is not named after its deck"),
);

/** What `offscript.json` says of one take. */
export type ListedTake = Readonly<v.InferOutput<typeof entrySchema>>;

/** What makes an `offscript.json` ours, of whatever version. */
export const headSchema = v.object({ app: v.literal("offscript"), version: v.pipe(count, v.minValue(1)) });

export const manifestSchema = v.pipe(
  v.object({
    app: v.literal("offscript"),
    version: v.literal(VERSION),
    made: startedSchema,
    counts: v.object({ takes: count, audio: count, peaks: count }),
    settings: v.unknown(),
    takes: v.array(entrySchema),
    /** Not in the backups of older versions. */
    decks: v.optional(v.array(deckEntrySchema), []),
  }),
  v.check(
    ({ takes, counts }) =>
      counts.takes === takes.length &&
      counts.audio === takes.filter(({ audio }) => audio !== null).length &&
      counts.peaks === takes.filter(({ peaks }) => peaks !== null).length,
    "the counts are wrong",
  ),
  v.check(
    ({ takes }) => new Set(takes.map(({ id }) => id.toLowerCase())).size === takes.length,
    "a take twice",
  ),
);
export type Manifest = Readonly<v.InferOutput<typeof manifestSchema>>;

export const isId = (text: string): boolean => v.is(id, text);
export const recordName = (id: string): string => `takes/${id}.json`;
export const peaksName = (id: string): string => `peaks/${id}.f32`;

const extensions = ["webm", "m4a", "ogg", "bin"] as const;

/** Where a sound of that media type goes. */
export function audioName(id: string, type: string): string {
  const container = type.split(";")[0]?.trim().toLowerCase();
  const known = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" } as const;
  return `audio/${id}.${known[container as keyof typeof known] ?? "bin"}`;
}

/** How big a file may be that lies under that name; unknown ones are never unpacked. */
export function limitOf(name: string): number {
  if (name === MANIFEST) return LIMITS.manifest;
  if (name.startsWith("takes/")) return LIMITS.record;
  if (name.startsWith("decks/")) return LIMITS.record;
  return name.startsWith("peaks/") ? LIMITS.peaks : LIMITS.audio;
}
