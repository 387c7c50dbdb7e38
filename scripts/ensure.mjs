/**
 * Makes sure that what the next command needs is there, and says nothing when it is: the Node version, the packages
 * in package-lock.json and, with `--browser`, a Chromium. Runs before anything is installed: Node built-ins only.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, lookForChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return; // what Vite asks for
  throw new Error(
    `Offscript needs Node 20.19 or later, or 22.12 or later, and this is ${process.versions.node}: get a newer one at https://nodejs.org.`,
  );
}

function ensurePackages() {
  const stamp = path.join(root, "node_modules", ".lock-sha");
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8").trim() === lock) return;
  console.log("Installing what package-lock.json lists; this happens once…");
  rmSync(stamp, { force: true }); // an install that breaks off must not look finished
  const { error, status } = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (error || status !== 0) {
    const why = error?.message ?? `npm ci ended with exit code ${status} and said why above`;
    throw new Error(`The packages could not be installed: ${why}.`);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${lock}\n`);
}

/** @param {string[]} args */
function npm(args) {
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"] };
  // The npm that runs us is the one to use; under pnpm or yarn the same variable names a program with another `ci`.
  const self = process.env.npm_execpath;
  if (self && path.basename(self) === "npm-cli.js") {
    return spawnSync(process.execPath, [self, ...args], options);
  }
  // On Windows npm is a .cmd file, which only a shell can start. The arguments are ours, so nothing needs quoting.
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function ensureBrowser() {
  if (lookForChromium() !== undefined) return;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("Installing Chromium for the browser tests (apt-get); this happens once…");
    apt(["update"]); // one unreachable source of many fails it; the install then shows whether that matters
    const { status, stdout, stderr } = apt(["install", "-y", "--no-install-recommends", "chromium"]);
    if (status !== 0) console.error(`${stdout}${stderr}`.trim());
  }
  findChromium();
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { env, encoding: "utf8" });
}

try {
  ensureNode();
  ensurePackages();
  if (process.argv.includes("--browser")) ensureBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
