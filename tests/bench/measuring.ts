import { ms } from "../../src/lib/units.ts";
import { finalise } from "../../src/recorder/finalise.ts";
import { measureSound } from "../../src/screens/measureSound.ts";
import type { Draft } from "../../src/store/draft.ts";
import { liveChunks, recordPackets } from "./finish.ts";

export type MeasuringBench = Readonly<{
  /** Milliseconds from the take to its numbers. */
  took: number;
  /** The longest that the page did nothing else meanwhile, in milliseconds. */
  stoodStill: number;
  /** By how many bytes the page's heap grew at most; 0 where the browser does not tell. */
  memory: number;
}>;

/** How a long take is measured, and whether the page can be used meanwhile. */
export async function benchMeasuring(minutes: number, draft: Draft): Promise<MeasuringBench> {
  const chunks = await liveChunks(await recordPackets(8), minutes);
  const { audio } = await finalise(chunks, draft.type, ms(draft.requestedAt));
  const heap = () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
  const before = heap();
  let [stoodStill, memory, last] = [0, 0, performance.now()];
  const pulse = setInterval(() => {
    const now = performance.now();
    stoodStill = Math.max(stoodStill, now - last);
    memory = Math.max(memory, heap() - before);
    last = now;
  }, 10);
  const start = performance.now();
  await measureSound(audio, {}, { progress: () => undefined, signal: new AbortController().signal });
  const took = performance.now() - start;
  clearInterval(pulse);
  return { took, stoodStill, memory };
}
