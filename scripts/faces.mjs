/**
 * Photographs the clients for the eye to judge: `.github/faces.png`, everybody's every expression at 200 px, and one
 * sheet a person at 600 px, `.github/faces-<id>.png`. Ids as arguments make only these sheets; `--into <folder>`
 * puts them elsewhere. `--measure` draws nothing: it times the frames of faces that talk through every expression;
 * figures to read, not assertions, since a busy machine is slow without being wrong.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { findChromium } from "./chromium.mjs";
import { palettePng } from "./palette.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { into: { type: "string" }, measure: { type: "boolean" } },
});
const root = fileURLToPath(new URL("../tests/support", import.meta.url));
const into = values.into ?? fileURLToPath(new URL("../.github", import.meta.url));
const ids = readdirSync(new URL("../src/client/looks", import.meta.url))
  .map((file) => path.basename(file, ".ts"))
  .filter((id) => id !== "index");
const all = ["", ...ids].filter((id) => positionals.length === 0 || positionals.includes(id || "all"));
const executablePath = findChromium(); // first: without it there is nothing to build for
const outDir = mkdtempSync(path.join(tmpdir(), "faces-"));

/**
 * The longest tasks of the page's main thread, ms of its own processor time: what another program takes meanwhile is
 * not in it.
 * @param {Buffer} trace
 */
function longestTasks(trace) {
  /** @type {{ ph: string, name: string, pid: number, tid: number, tdur?: number, args: { name?: string } }[]} */
  const events = JSON.parse(trace.toString()).traceEvents;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ ph, name, pid, tid }) => ph === "X" && name.endsWith("RunTask") && main.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
}

/**
 * Prints the frames of one face, ms, and what held the page up.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {string} id
 */
async function measure(browser, url, id) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.waitForTimeout(1_000); // loading and the first drawing are not what is measured
  await browser.startTracing(page, { categories: ["toplevel"] });
  await page.waitForFunction(() => window.faceMeasure !== undefined, undefined, { timeout: 120_000 });
  const tasks = longestTasks(await browser.stopTracing());
  const result = await page.evaluate(() => window.faceMeasure);
  await page.close();
  if (!result) return;
  const frames = result.frames.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (frames[Math.floor(share * (frames.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${id.padEnd(6)} ${(frames.length / result.seconds).toFixed(1)} frames a second; from one to the next ${at(0.5)} ms median, ${at(0.95)} at 95 %, ${at(0.99)} at 99 %; tasks over 50 ms: ${tasks.filter((task) => task > 50).length} of ${tasks.length} by processor time (longest ${(tasks[0] ?? 0).toFixed(1)} ms), ${result.longTasks.length} by the clock (longest ${Math.max(0, ...result.longTasks).toFixed(0)} ms)`,
  );
}

/**
 * The pixels of a picture, as the browser reads them.
 * @param {import("playwright-core").Page} page
 * @param {Buffer} png
 */
async function pixelsOf(page, png) {
  const { width, height, base64 } = await page.evaluate(async (from) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${from}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas to read the picture with");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const url = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(new Blob([data]));
    });
    return { width: bitmap.width, height: bitmap.height, base64: url.slice(url.indexOf(",") + 1) };
  }, png.toString("base64"));
  return { width, height, rgba: Buffer.from(base64, "base64") };
}

try {
  process.env.NODE_ENV = "production"; // an inherited "test" would build React's slow development version
  const shared = { root, configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ("warn") };
  const input = path.join(root, "faces.html");
  await build({
    ...shared,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  try {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const page = await browser.newPage({ viewport: { width: 2540, height: 1000 } });
      page.on("pageerror", (error) => {
        throw error;
      });
      mkdirSync(into, { recursive: true });
      for (const id of values.measure ? all.filter(Boolean) : [])
        await measure(browser, new URL(`faces.html?measure=${id}`, server.resolvedUrls?.local[0]).href, id);
      for (const id of values.measure ? [] : all) {
        await page.goto(new URL(`faces.html${id && `?client=${id}`}`, server.resolvedUrls?.local[0]).href);
        await page.waitForSelector("main");
        const { rgba, width, height } = await pixelsOf(page, await page.locator("main").screenshot());
        const file = path.join(into, id ? `faces-${id}.png` : "faces.png");
        const png = palettePng(rgba, width, height);
        writeFileSync(file, png);
        console.log(`${path.relative(process.cwd(), file)}: ${(png.length / 1000).toFixed(0)} kB`);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
