/** Photographs every expression at 200 px and at 600 px, for the eye to judge: `.github/faces.png`. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { findChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("../tests/support", import.meta.url));
const picture = fileURLToPath(new URL("../.github/faces.png", import.meta.url));
const executablePath = findChromium(); // first: without it there is nothing to build for
const outDir = mkdtempSync(path.join(tmpdir(), "faces-"));

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
      const page = await browser.newPage({ viewport: { width: 2520, height: 1000 } });
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto(new URL("faces.html", server.resolvedUrls?.local[0]).href);
      await page.waitForSelector("main");
      mkdirSync(path.dirname(picture), { recursive: true });
      await page.locator("main").screenshot({ path: picture });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
console.log(`Every expression, at both sizes: ${path.relative(process.cwd(), picture)}`);
