import { LOW_HOP } from "./frameStream.ts";
import { type Candidate, MOST_CANDIDATES, OCTAVE_COST, type Periodicity } from "./periodicity.ts";

/** "No pitch" is as good as a repetition of this strength; in silence, better. */
const UNVOICED = 0.45;
const SILENT = 0.03;
/** What a leap of an octave costs from one frame to the next, and what the beginning and the end of voice do. */
const LEAP = 0.35;
const TURN = 0.14;
/** A stretch is tracked in pieces of at most so many frames, 20 s: the tables stay small. */
const PIECE = 2_000;
/** Candidates of a frame; the first is "no pitch". */
const WIDTH = MOST_CANDIDATES + 1;

/**
 * Finds the cheapest way through the candidates of a stretch: strong repetitions, few leaps.
 * @see Boersma 1993, section 4
 */
export class PitchTracker {
  /** The highest absolute sample of the speech; what is far below it is silence. */
  loudest = 1;
  private readonly pool: Candidate[] = Array.from({ length: MOST_CANDIDATES }, () => ({
    hertz: 0,
    strength: 0,
  }));
  private readonly hertz = new Float64Array(PIECE * WIDTH);
  private readonly octave = new Float64Array(PIECE * WIDTH);
  private readonly worth = new Float64Array(PIECE * WIDTH);
  private readonly back = new Uint8Array(PIECE * WIDTH);
  private readonly sizes = new Uint8Array(PIECE);

  /** @param low the sound at 8 kHz */
  constructor(
    private readonly periodicity: Periodicity,
    private readonly range: readonly [floor: number, ceiling: number],
    private readonly low: Float32Array,
  ) {}

  /** Writes the pitch of some frames into a track, Hz, 0 where there is none. */
  track(from: number, until: number, track: Float32Array): void {
    for (let start = from; start < until; start += PIECE) {
      const count = Math.min(PIECE, until - start);
      this.gather(start, count);
      this.walk(count);
      this.write(count, track.subarray(start, start + count));
    }
  }

  /** Candidates of each frame, and what each is worth by itself. */
  private gather(from: number, count: number): void {
    const half = (this.periodicity.taper.length - 1) / 2;
    const startOf = (frame: number) => (from + frame) * LOW_HOP + LOW_HOP / 2 - half;
    for (let frame = 0; frame < count; frame += 2) {
      const other = Math.min(frame + 1, count - 1);
      const peaks = this.periodicity.pair(this.low, startOf(frame), startOf(other));
      this.rate(frame, this.periodicity.candidates(0, this.pool), peaks[0]);
      if (other > frame) this.rate(other, this.periodicity.candidates(1, this.pool), peaks[1]);
    }
  }

  private rate(frame: number, found: number, peak: number): void {
    const [floor, ceiling] = this.range;
    const base = frame * WIDTH;
    const loudness = this.loudest > 0 ? peak / this.loudest : 0;
    this.hertz[base] = 0;
    this.worth[base] = UNVOICED + Math.max(0, 2 - (loudness * (1 + UNVOICED)) / SILENT);
    let size = 1;
    for (let index = 0; index < found; index++) {
      const { hertz, strength } = this.pool[index] as Candidate;
      if (hertz < floor || hertz > ceiling) continue;
      this.hertz[base + size] = hertz;
      this.octave[base + size] = Math.log2(hertz);
      this.worth[base + size] = strength - OCTAVE_COST * Math.log2(ceiling / hertz);
      size++;
    }
    this.sizes[frame] = size;
  }

  /** From frame to frame: the best way to each candidate, remembered in `back`. */
  private walk(count: number): void {
    const { worth, octave, back, sizes } = this;
    for (let frame = 1; frame < count; frame++) {
      const [before, now] = [(frame - 1) * WIDTH, frame * WIDTH];
      for (let to = 0; to < (sizes[frame] as number); to++) {
        let best = Number.NEGATIVE_INFINITY;
        for (let from = 0; from < (sizes[frame - 1] as number); from++) {
          let cost = 0;
          if ((to === 0) !== (from === 0)) cost = TURN;
          else if (to > 0)
            cost = LEAP * Math.abs((octave[now + to] as number) - (octave[before + from] as number));
          const total = (worth[before + from] as number) - cost;
          if (total <= best) continue;
          best = total;
          back[now + to] = from;
        }
        worth[now + to] = (worth[now + to] as number) + best;
      }
    }
  }

  private write(count: number, track: Float32Array): void {
    const last = (count - 1) * WIDTH;
    let choice = 0;
    for (let index = 1; index < (this.sizes[count - 1] as number); index++)
      if ((this.worth[last + index] as number) > (this.worth[last + choice] as number)) choice = index;
    for (let frame = count - 1; frame >= 0; frame--) {
      track[frame] = this.hertz[frame * WIDTH + choice] as number;
      choice = this.back[frame * WIDTH + choice] as number;
    }
  }
}
