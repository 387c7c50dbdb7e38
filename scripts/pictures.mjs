/**
 * `npm run pictures`: takes the README's pictures from the running app, with speech in the microphone.
 * The speech is real where it lies beside the project, else generated; no sound gets into a picture.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { serve } from "../bin/serve.mjs";
import { findChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
const file = path.join(folder, "microphone.wav");

// The test support is TypeScript; Vite reads it without a build of its own.
const vite = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  logLevel: "error",
});
const { speech, wavFile } = await vite.ssrLoadModule("/tests/support/speech.ts");
writeFileSync(file, wavFile(await speech("r-en-oriana1")));
await vite.close();

const server = await serve({ dir: path.join(root, "dist"), port: 0 });
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

/**
 * A drill that is cut into, and its review, in one language.
 * @param {string} locale
 * @param {string} query
 * @param {string} suffix of the file names
 */
async function take(locale, query, suffix) {
  const context = await browser.newContext({
    locale,
    viewport: { width: 1280, height: 800 },
    permissions: ["microphone"],
    colorScheme: "light",
  });
  const page = await context.newPage();
  const save = (/** @type {string} */ name) =>
    page.screenshot({ path: path.join(root, ".github", `${name}${suffix}.png`) });
  await page.goto(`${server.url}/`);
  await page.waitForSelector(".home-start");
  await save("home");
  await page.goto(`${server.url}/#/drill?${query}`);
  await page.locator(".dealt .button-primary").click();
  await page.waitForSelector('.speaking[data-cue="cut-in"]', { timeout: 60_000 });
  await page.waitForTimeout(700);
  await save("drill");
  await page.waitForTimeout(6_000);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player canvas");
  await page.waitForTimeout(800);
  await save("review");
  await context.close();
}

await take("en", "seed=21&rounds=1&prep=0&speak=60&pressure=5&cues=cut-in&deck=en/saas&lang=en", "");
await take(
  "zh-CN",
  "seed=8&rounds=1&prep=0&speak=60&pressure=5&cues=cut-in&deck=zh-CN/price&lang=zh-CN",
  ".zh-CN",
);
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
console.log("Pictures written to .github");
