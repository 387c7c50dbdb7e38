import { type Locks, takeLock } from "../lib/locks.ts";
import type { Chunk } from "../recorder/recorder.ts";
import type { Draft, DraftStore } from "../store/draft.ts";
import type { Take } from "../store/take.ts";
import type { TakeStore } from "../store/takes.ts";
import { type Finishing, finishTake } from "./finishTake.ts";

export type RecoveryParts = Readonly<{
  drafts: DraftStore;
  takes: TakeStore;
  locks: Locks;
  /** Fetched only when there is something to make whole. */
  finishing(): Promise<Finishing>;
  /** Milliseconds since 1970 UTC. */
  now: number;
}>;

/** What was found after a crash. */
export type Recovery = Readonly<{
  /** Made whole, and on the shelf. */
  takes: readonly Take[];
  /** Drafts whose sound could not be made whole: kept as they are. */
  stuck: readonly Draft[];
}>;

/**
 * Makes whole what a crash left: every draft that nobody is recording. A second tab holds the locks of its own takes,
 * so neither tab takes the other's for a crash; and two tabs that start together do not recover the same draft.
 */
export async function recoverDrafts(parts: RecoveryParts): Promise<Recovery> {
  const takes: Take[] = [];
  const stuck: Draft[] = [];
  const { drafts } = await parts.drafts.list();
  for (const draft of drafts) {
    await parts.locks.tryWith(takeLock(draft.id), async () => {
      const result = await recover(draft, parts);
      if (result === "stuck") stuck.push(draft);
      else if (result !== "nothing") takes.push(result);
    });
  }
  return { takes, stuck };
}

async function recover(draft: Draft, parts: RecoveryParts): Promise<Take | "nothing" | "stuck"> {
  const found = await parts.drafts.chunks(draft.id);
  if (found.size === 0) {
    await parts.drafts.discard(draft.id); // it broke off before a second was said
    return "nothing";
  }
  const chunks = inOrder(found);
  if (chunks.length === 0) return "stuck"; // the first one, with the header, is missing: nothing can be played
  try {
    const ending = { cutShort: null, recovered: true, now: parts.now };
    const { take, audio, peaks } = await finishTake(draft, chunks, ending, await parts.finishing());
    await parts.takes.keep(take, audio, peaks);
    return take;
  } catch {
    return "stuck"; // not readable, or not storable just now: the next start tries again
  }
}

/** Up to the first hole: what lies behind a missing chunk cannot be joined to what lies before it. */
function inOrder(chunks: ReadonlyMap<number, Chunk>): readonly Chunk[] {
  const whole: Chunk[] = [];
  for (let chunk = chunks.get(0); chunk; chunk = chunks.get(whole.length)) whole.push(chunk);
  return whole;
}
