import type { Ms } from "../lib/units.ts";
import type { Chunk, Recording } from "../recorder/recorder.ts";
import type { DraftStore } from "../store/draft.ts";

/**
 * Writes a take's chunks as they come, and holds in memory only what is not yet on disk: an hour of speech must not
 * cost an hour of memory.
 */
export class ChunkKeeper {
  private readonly arrivals: Ms[] = [];
  private readonly unwritten = new Map<number, Chunk>();
  private writing: Promise<unknown> = Promise.resolve();

  /** @param failed called when a chunk cannot be written; it stays in memory, and recording goes on */
  constructor(
    private readonly id: string,
    private readonly drafts: DraftStore,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** When the last chunk came; undefined before the first. */
  get lastArrival(): Ms | undefined {
    return this.arrivals.at(-1);
  }

  add(chunk: Chunk): void {
    const index = this.arrivals.push(chunk.arrivedAt) - 1;
    this.unwritten.set(index, chunk);
    const written = this.drafts
      .append(this.id, index, chunk)
      .then(() => void this.unwritten.delete(index), this.failed);
    this.writing = Promise.all([this.writing, written]);
  }

  /**
   * Every chunk, in order: from disk and memory together, or, when the disk no longer answers, from the recorder
   * itself, which has kept them all.
   */
  async all(recording: Recording): Promise<readonly Chunk[]> {
    await this.writing;
    const written = await this.drafts.chunks(this.id).catch(() => new Map<number, Chunk>());
    const chunks = this.arrivals.map((_, index) => this.unwritten.get(index) ?? written.get(index));
    if (chunks.every((chunk) => chunk !== undefined)) return chunks;
    const held = await recording.held();
    return held.map((bytes, index) => ({ bytes, arrivedAt: this.arrivals[index] ?? (0 as Ms) }));
  }
}
