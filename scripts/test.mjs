/**
 * What `npm test` runs: types, lint and format, the build, then every Vitest project. A failed step does not keep the
 * next from running, and the last line counts them all. Arguments are handed on to Vitest.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tally } from "./tally.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
let passed = 0;
let failed = 0;

/**
 * Runs one of our tools with this Node; the files in node_modules/.bin cannot be started without a shell on Windows.
 * @param {string} script its path from the root
 * @param {string[]} withArgs
 * @param {"pipe" | "inherit"} output
 */
function run(script, withArgs, output) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...withArgs], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", output, output],
    maxBuffer: 1e9,
  });
  const said = `${stdout ?? ""}${stderr ?? ""}`.trim();
  return { status, said, seconds: (performance.now() - started) / 1000 };
}

/**
 * @param {boolean} good
 * @param {string} name
 * @param {number} seconds
 */
function report(good, name, seconds) {
  console.log(`${good ? "ok  " : "FAIL"}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`);
}

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} withArgs
 */
function check(name, script, withArgs = []) {
  const { status, said, seconds } = run(script, withArgs, "pipe");
  report(status === 0, name, seconds);
  if (status === 0) passed++;
  else {
    failed++;
    console.log(said);
  }
}

function vitest() {
  const folder = mkdtempSync(path.join(tmpdir(), "offscript-test-"));
  const file = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const withArgs = ["run", ...args, ...reporters];
  const { status, seconds } = run("node_modules/vitest/vitest.mjs", withArgs, "inherit");
  const byName = args.some((arg) => /^(-t|--testNamePattern)(=|$)/.test(arg));
  const result = tally(read(file), status, { byName });
  rmSync(folder, { recursive: true });
  report(result.failed === 0, "tests", seconds);
  for (const note of result.notes) console.log(`      ${note}`);
  passed += result.passed;
  failed += result.failed;
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // a Vitest that could not start writes nothing
  }
}

check("types", "node_modules/typescript/bin/tsc", ["--noEmit"]);
// What only warns would go by unread here, so it fails too.
check("lint and format", "node_modules/@biomejs/biome/bin/biome", [
  "check",
  "--error-on-warnings",
  "--max-diagnostics=none",
  ".",
]);
check("build", "scripts/build.mjs");
vitest();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
