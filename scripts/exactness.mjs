/**
 * `npm run exactness -- [--rounds 4] [--cues 25] [--each]`: how exactly cues come, in real Chromium with the real drill room.
 *
 * The fake microphone plays noise that is nowhere the same. A witness takes its samples with the moments they were
 * captured; when a cue is seen, the sound of that very moment is looked for in the finished recording, by its shape. So
 * the place of the cue in the recording is known without any of the app's own clocks, and its stamp can be held against
 * it. Figures to read, not assertions: a busy machine stalls.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build, createServer, preview } from "vite";
import { findChromium } from "./chromium.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "4" },
    cues: { type: "string", default: "25" },
    each: { type: "boolean", default: false },
  },
});
/** A capture whose moments agree to so many milliseconds over half a second has dropped nothing there. */
const WHOLE = 15;
const [rounds, cues] = [Number(values.rounds), Number(values.cues)];
const root = fileURLToPath(new URL("../tests/support/exactness", import.meta.url));
const executablePath = findChromium(); // first: without it there is nothing to build for
const folder = mkdtempSync(path.join(tmpdir(), "offscript-exactness-"));
const outDir = path.join(folder, "page");
const noise = path.join(folder, "noise.wav");

/** A minute and a half of noise in bursts, as uneven as syllables: longer than a round, so that no place is like another. */
async function writeNoise() {
  const vite = await createServer({
    configFile: false,
    server: { middlewareMode: true, watch: null },
    logLevel: "error",
  });
  const { wavFile } = await vite.ssrLoadModule("/tests/support/speech.ts");
  const { seeded } = await vite.ssrLoadModule("/src/lib/random.ts");
  await vite.close();
  const sampleRate = 48_000;
  const random = seeded(3);
  let [smooth, loud] = [0, 0];
  const samples = Float32Array.from({ length: 90 * sampleRate }, (_, index) => {
    if (index % 7_200 === 0) loud = 0.05 + 0.4 * random();
    smooth += 0.25 * (2 * random() - 1 - smooth); // no energy where a codec would throw it away
    return loud * smooth;
  });
  writeFileSync(noise, wavFile({ samples, sampleRate }));
}

/**
 * @param {readonly number[]} all
 * @param {number} share
 */
const quantile = (all, share) =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(share * all.length))] ?? Number.NaN;
/**
 * @param {string} name
 * @param {readonly number[]} all
 */
function print(name, all) {
  const at = [0.05, 0.5, 0.95].map((share) => quantile(all, share).toFixed(1));
  const size = all.map(Math.abs);
  console.log(
    `${name}: 5th ${at[0]}, median ${at[1]}, 95th ${at[2]} ms; without sign: 95th ${quantile(size, 0.95).toFixed(1)}, most ${Math.max(...size).toFixed(1)} ms`,
  );
}

try {
  await writeNoise();
  process.env.NODE_ENV = "production"; // an inherited "test" would build React's slow development version
  const shared = { root, configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ("warn") };
  const input = path.join(root, "exactness.html");
  await build({
    ...shared,
    plugins: [react()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, rolldownOptions: { input } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${noise}`,
    ],
  });
  try {
    const context = await browser.newContext({ permissions: ["microphone"], locale: "en" });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(
      new URL(`exactness.html?rounds=${rounds}&cues=${cues}`, server.resolvedUrls?.local[0]).href,
    );
    for (let round = 0; round < rounds; round++) {
      await page.locator(".dealt .button-primary").click();
      await page.waitForSelector(".speaking");
      await page.waitForSelector('.ring[data-tone="red"]', { timeout: 60_000 + cues * 3_000 });
      await page.keyboard.press("Space");
      await page.waitForSelector(".player", { timeout: 60_000 });
      await page.keyboard.press("Enter");
    }
    const { figures, met, planned } = await page.evaluate(() => window.measureExactness());
    const sure = figures.filter(({ likeness }) => likeness > 0.5);
    console.log(`${met} of ${planned} cues seen; ${sure.length} found again in the recording`);
    console.log(`load of this machine, 1 min: ${loadavg()[0]?.toFixed(1)}`);
    print(
      "from the moment a cue is meant for to the frame that shows it",
      sure.map(({ dueToFrame }) => dueToFrame),
    );
    print(
      "  of that, until the rules let it strike",
      sure.map(({ dueToStrike }) => dueToStrike),
    );
    print(
      "  and from there to the frame",
      sure.map(({ dueToFrame, dueToStrike }) => dueToFrame - dueToStrike),
    );
    const within = (/** @type {number} */ most) => sure.filter(({ dueToFrame }) => dueToFrame <= most).length;
    console.log(`  within one frame (16.7 ms): ${within(16.7)}, within two: ${within(33.4)}`);
    print(
      "stamp in the take, minus where the sound of that frame lies",
      sure.map(({ stampError }) => stampError),
    );
    const whole = sure.filter(({ spread }) => spread < WHOLE);
    print(
      `  where the capture dropped nothing (${whole.length})`,
      whole.map(({ stampError }) => stampError),
    );
    if (values.each) console.table(figures);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
