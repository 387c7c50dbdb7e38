import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { serve } from "../../bin/serve.mjs";
import { during, seed } from "./options.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything of this run lies in here, and goes with it. */
export const folder = mkdtempSync(path.join(tmpdir(), "offscript-torture-"));
export const profile = path.join(folder, "profile");
const dist = path.join(folder, "dist");

/** Takes the folder away; the browser that writes to it has to be gone. */
export const removeFolder = () =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Builds the app when it has to be, and keeps a copy: a build that happens meanwhile must not change the test. */
function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
  cpSync(path.join(root, "dist"), dist, { recursive: true });
}

/** The project's own TypeScript, which Vite reads without a build of its own. */
async function loadSources() {
  const vite = await createServer({
    root,
    configFile: false,
    server: { middlewareMode: true, watch: null },
    logLevel: "error",
  });
  try {
    const load = (/** @type {string} */ file) => /** @type {Promise<any>} */ (vite.ssrLoadModule(file));
    /** @type {typeof import("../../src/lib/random.ts")} */
    const { fork, seeded } = await load("/src/lib/random.ts");
    /** @type {typeof import("../../src/store/take.ts")} */
    const { readTake } = await load("/src/store/take.ts");
    /** @type {typeof import("../../tests/support/speech.ts")} */
    const { speech, wavFile } = await load("/tests/support/speech.ts");
    const voices = { en: path.join(folder, "en.wav"), "zh-CN": path.join(folder, "zh-CN.wav") };
    for (const [language, name] of /** @type {const} */ ([
      ["en", "r-en-oriana1"],
      ["zh-CN", "r-zh-p8"],
    ])) {
      const { samples, sampleRate } = await speech(name);
      const first = samples.findIndex((sample) => Math.abs(sample) > 0.05); // the shortest take is not to be silence
      writeFileSync(voices[language], wavFile({ samples: samples.subarray(first), sampleRate }));
    }
    /** @type {typeof import("../../tests/support/backup.ts")} */
    const { aRecording, backupOf, Library } = await load("/tests/support/backup.ts");
    /** @type {typeof import("../../src/i18n/en/index.ts")} */
    const { en } = await load("/src/i18n/en/index.ts");
    return { fork, seeded, readTake, voices, aRecording, backupOf, Library, en };
  } finally {
    await vite.close();
  }
}

build();
const { fork, seeded, readTake, voices, aRecording, backupOf, Library, en } = await loadSources();

export { aRecording, backupOf, en, Library, readTake, voices };
export const server = await serve({ dir: dist, port: 0 });

/**
 * Chance for one run and one purpose, in [0, 1): the same seed kills at the same moments.
 * @param {number} run
 * @param {string} purpose
 */
export const chance = (run, purpose) => seeded(fork(seed, during, run, purpose))();

/** @param {number} run */
export const languageOf = (run) => (chance(run, "language") < 0.5 ? "en" : "zh-CN");
