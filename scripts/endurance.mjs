/**
 * `npm run endurance -- [--minutes 60]`: one long take in real Chromium, in real time, with speech in the microphone and
 * a client who reacts. Prints every five minutes what the page's process holds, and in the end how long the take
 * needed from Done to the shelf.
 *
 * All is measured after a garbage collection: JavaScript's heap, what the renderer's allocators have given out (V8,
 * Blink, malloc), and its RSS, which counts what they keep in reserve as well. Figures to read, not assertions.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { serve } from "../bin/serve.mjs";
import { allocatedBytes } from "./allocated.mjs";
import { findChromium } from "./chromium.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "60" } } });
const minutes = Number(values.minutes);
if (!(minutes >= 1 && minutes <= 60)) throw new Error(`--minutes is 1 to 60, not ${values.minutes}`);

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "offscript-endurance-"));
const voice = path.join(folder, "voice.wav");
const vite = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true, watch: null },
  logLevel: "error",
});
const { speech, wavFile } = await vite.ssrLoadModule("/tests/support/speech.ts");
writeFileSync(voice, wavFile(await speech("r-zh-p8")));
await vite.close();

const server = await serve({ dir: path.join(root, "dist"), port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${voice}`,
  ],
});
const context = await browser.newContext({ permissions: ["microphone"], locale: "en" });
const page = await context.newPage();
const whole = await browser.newBrowserCDPSession();
const session = await context.newCDPSession(page);
await session.send("Performance.enable");
const megabytes = (/** @type {number} */ bytes) => bytes / 2 ** 20;

async function look() {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  const renderers = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, "utf8");
      return { id, rss: Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024 };
    })
    .sort((a, b) => b.rss - a.rss); // a spare one may stand by
  const [{ id, rss } = { id: 0, rss: Number.NaN }] = renderers;
  const allocated = await allocatedBytes(whole, id);
  return { heap: megabytes(heap), allocated: megabytes(allocated), rss: megabytes(rss) };
}

await page.goto(`${server.url}/#/drill?seed=7&rounds=1&prep=0&speak=3600&pressure=3`);
await page.locator(".dealt .button-primary").click();
await page.waitForSelector(".speaking");
const start = Date.now();
console.log("minute  heap MB  allocated MB  RSS MB");
const none = { heap: 0, allocated: 0, rss: 0 };
let [first, most] = [none, none];
for (let minute = 1; minute <= minutes; minute++) {
  await wait(start + minute * 60_000 - Date.now());
  if (minute !== 1 && minute % 5 !== 0 && minute !== minutes) continue; // looking takes memory too
  const now = await look();
  if (minute === 1) first = now;
  most = {
    heap: Math.max(most.heap, now.heap),
    allocated: Math.max(most.allocated, now.allocated),
    rss: Math.max(most.rss, now.rss),
  };
  const cells = [
    now.heap.toFixed(1).padStart(7),
    now.allocated.toFixed(1).padStart(12),
    now.rss.toFixed(0).padStart(6),
  ];
  console.log(`${String(minute).padStart(6)}  ${cells.join("  ")}`);
}
const grown = (/** @type {keyof typeof none} */ what) => (most[what] - first[what]).toFixed(1);
console.log(
  `growth at most: heap ${grown("heap")} MB, allocated ${grown("allocated")} MB, RSS ${grown("rss")} MB`,
);
const shelf = await page.evaluate(
  () =>
    new Promise((resolve) => {
      const begun = performance.now();
      new MutationObserver(() => {
        if (document.querySelector(".player")) resolve(performance.now() - begun);
      }).observe(document, { subtree: true, childList: true });
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    }),
);
console.log(`from Done to the shelf, player shown: ${Number(shelf).toFixed(0)} ms`);
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
