/** Builds `dist`, unless it was built from exactly these sources already. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = path.join(root, "dist", ".source-sha");
const SOURCES = [
  "src",
  "prompts",
  "public",
  "index.html",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/**
 * Every file below `place`, as paths from the root with forward slashes, in the same order on every machine.
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${place}/${name}`));
}

function sourceSha() {
  const sha = createHash("sha256");
  for (const file of SOURCES.flatMap(filesBelow)) {
    const content = readFileSync(path.join(root, file));
    sha.update(`${file}\0${content.length}\0`).update(content); // with its length, so no two trees read the same
  }
  return sha.digest("hex");
}

function isBuiltFrom(/** @type {string} */ sha) {
  return (
    existsSync(path.join(root, "dist", "index.html")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8").trim() === sha
  );
}

const sha = sourceSha(); // taken first: what changes while we build is built the next time
if (!isBuiltFrom(sha)) {
  const started = performance.now();
  try {
    rmSync(stamp, { force: true });
    process.env.NODE_ENV = "production"; // an inherited "test" would build React's slow development version
    const { build } = await import("vite");
    await build({ root, logLevel: "warn" });
    writeFileSync(stamp, `${sha}\n`);
    console.log(`Built Offscript in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
