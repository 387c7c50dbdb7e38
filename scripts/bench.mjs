/**
 * `npm run bench`, or a part of it, `npm run bench -- progress`, `npm run bench -- measure`: timings, each beside what it
 * is to be compared with, in the same run. They are figures to read, not assertions: a busy machine is slow without
 * being wrong.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { benchMeasure } from "./benchMeasure.mjs";
import { benchProgress } from "./benchProgress.mjs";
import { findChromium } from "./chromium.mjs";

const parts = process.argv.slice(2);
const asked = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part);
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
const file = path.join(folder, "microphone.wav");
const vite = await createServer({ root, server: { port: 0, hmr: false }, logLevel: "error" });
if (asked("measure")) await benchMeasure(vite);
if (parts.length === 1 && asked("measure")) {
  await vite.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
const { speech, wavFile } = await vite.ssrLoadModule("/tests/support/speech.ts");
writeFileSync(file, wavFile(await speech("r-zh-p8")));
const { aDraft, aTake } = await vite.ssrLoadModule("/tests/support/builders.ts");
await vite.listen();
const url = vite.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${file}`,
  ],
});
const context = await browser.newContext({ permissions: ["microphone"] });

if (asked("finish"))
  console.log("From the last second spoken to the shelf, and what decoding every second would take:");
for (const minutes of asked("finish") ? [1, 10, 60] : []) {
  const page = await context.newPage();
  await page.goto(`${url}tests/bench/empty.html`);
  const result = await page.evaluate(
    async ([length, begun]) => {
      const { benchFinish } = await import(/* @vite-ignore */ `${location.origin}/tests/bench/finish.ts`);
      return benchFinish(length, begun);
    },
    /** @type {const} */ ([minutes, JSON.parse(JSON.stringify(aDraft()))]),
  );
  const ratio = result.byDecoding / result.stopToShelf;
  console.log(
    `  ${String(minutes).padStart(2)} min: ${result.stopToShelf.toFixed(0)} ms, decoding ${result.byDecoding.toFixed(0)} ms, ${ratio.toFixed(1)} times as long`,
  );
  await page.close();
}
if (asked("progress")) await benchProgress(context, url, JSON.parse(JSON.stringify(aTake())));
await browser.close();
await vite.close();
rmSync(folder, { recursive: true, force: true });
