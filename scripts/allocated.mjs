/**
 * What a page's process has really taken from its allocators, in bytes: objects of V8, Blink, malloc and the partitions.
 * RSS counts beside it what they keep in reserve, and what is drawn.
 * @import { CDPSession } from "playwright-core"
 */

/** The live objects of each allocator; the others are counted in these. */
const LIVE = [
  "malloc/allocated_objects",
  "blink_gc/main/allocated_objects",
  "partition_alloc/allocated_objects",
];
/** V8 is counted by the pages it holds after a garbage collection. */
const HELD = ["v8/main/heap", "v8/main/malloc"];

/**
 * @param {CDPSession} browser
 * @param {number} pid of the renderer
 * @returns {Promise<number>}
 */
export async function allocatedBytes(browser, pid) {
  /** @type {any[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
  browser.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => browser.once("Tracing.tracingComplete", resolve));
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: /** @type {any} */ ({
      includedCategories: ["disabled-by-default-memory-infra"],
      excludedCategories: ["*"],
      memoryDumpConfig: { triggers: [] }, // only when asked
    }),
  });
  await browser.send("Tracing.requestMemoryDump", { deterministic: true, levelOfDetail: "detailed" });
  await browser.send("Tracing.end");
  await complete;
  browser.off("Tracing.dataCollected", collect);
  const dump = events.find((event) => event.ph === "v" && event.pid === pid && event.args.dumps.allocators);
  const size = (/** @type {string} */ name) =>
    Number.parseInt(dump?.args.dumps.allocators[name]?.attrs?.size?.value ?? "0", 16);
  const names = [...LIVE, ...HELD];
  const missing = names.filter((name) => size(name) === 0);
  if (missing.length > 0) throw new Error(`This Chromium tells nothing of ${missing.join(", ")}`);
  return names.reduce((sum, name) => sum + size(name), 0);
}
