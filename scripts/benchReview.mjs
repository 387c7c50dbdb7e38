/**
 * `npm run bench:review`: what the review asks of real Chromium. How fast a library of 10,000 takes answers; how long an
 * export takes, and what it needs in memory beyond what the page needs anyway, a short take and a long one in one run.
 * They are figures to read, not assertions: a busy machine is slow without being wrong.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { findChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const vite = await createServer({ root, server: { port: 0, hmr: false }, logLevel: "error" });
const { aTake } = await vite.ssrLoadModule("/tests/support/builders.ts");
const take = JSON.parse(JSON.stringify(aTake()));
await vite.listen();
const url = vite.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const whole = await browser.newBrowserCDPSession();

/** What the largest renderer holds, in megabytes. */
async function renderer() {
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  const sizes = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) / 1024);
  return Math.max(...sizes);
}

async function emptyPage() {
  const page = await browser.newPage();
  await page.goto(`${url}tests/bench/empty.html`);
  return page;
}

const page = await emptyPage();
const library = await page.evaluate(async (one) => {
  const { benchLibrary } = await import(/* @vite-ignore */ `${location.origin}/tests/bench/library.ts`);
  return benchLibrary(one, 10_000);
}, take);
await page.close();
console.log(`A library of 10,000 takes, made ready in ${library.index.toFixed(0)} ms; then`);
for (const { name, first, median } of library.queries)
  console.log(`  ${name.padEnd(24)} ${first.toFixed(1)} ms at first, then ${median.toFixed(1)} ms`);

console.log(
  "Exports: time, size, and the most memory above what the page with the take held before (sampled)",
);
for (const minutes of [5, 60]) {
  for (const id of ["wav", "webm", "ogg"]) {
    const one = await emptyPage();
    await one.evaluate(async (length) => {
      const { longTake } = await import(/* @vite-ignore */ `${location.origin}/tests/bench/exports.ts`);
      Object.assign(window, { audio: await longTake(length) });
    }, minutes);
    await (await one.context().newCDPSession(one)).send("HeapProfiler.collectGarbage");
    const before = await renderer();
    let most = before;
    const watching = setInterval(async () => {
      most = Math.max(most, await renderer().catch(() => 0));
    }, 250);
    const { ms, bytes } = await one.evaluate(
      async ([format, record]) => {
        const { benchExport } = await import(/* @vite-ignore */ `${location.origin}/tests/bench/exports.ts`);
        return benchExport(format, record, Reflect.get(window, "audio"));
      },
      /** @type {const} */ ([id, take]),
    );
    clearInterval(watching);
    console.log(
      `  ${String(minutes).padStart(2)} min ${id.padEnd(5)} ${(ms / 1_000).toFixed(1).padStart(5)} s ${(bytes / 1e6).toFixed(1).padStart(6)} MB, memory +${(most - before).toFixed(0)} MB`,
    );
    await one.close();
  }
}
await browser.close();
await vite.close();
