/**
 * `npm run score`: measures real speech with labels, which lies beside the project in `../shared/speech`, and prints
 * the scorer's table. Arguments go to the scorer: `npm run score -- --files --only zh`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const speech = path.resolve(root, "..", "shared", "speech");
const manifest = path.join(speech, "open", "manifest.json");
if (!existsSync(manifest)) throw new Error(`There is no speech to measure: ${manifest} is missing.`);

const vite = await createServer({
  root,
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: "error",
});
const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
try {
  const { predict } = await vite.ssrLoadModule("/tests/support/predict.ts");
  const { decodeFlac } = await import(pathToFileURL(path.join(speech, "flac2wav.mjs")).href);
  /** @type {{ files: { file: string, cues?: { start: number, end: number, leak: boolean }[] }[] }} */
  const { files } = JSON.parse(readFileSync(manifest, "utf8"));
  const sounds = files.map(({ file, cues }) => ({
    file,
    cues: cues ?? [],
    ...decodeFlac(readFileSync(path.join(speech, "open", file))),
  }));
  for (const { samples, sampleRate, cues } of sounds.slice(0, 12)) predict(samples, sampleRate, cues); // warm, as a worker is after its first take
  const predictions = Object.fromEntries(
    sounds.map(({ file, samples, sampleRate, cues }) => [file, predict(samples, sampleRate, cues)]),
  );
  const where = path.join(folder, "predictions.json");
  writeFileSync(where, JSON.stringify(predictions));
  const args = [path.join(speech, "score.mjs"), manifest, where, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
} finally {
  await vite.close();
  rmSync(folder, { recursive: true });
}
