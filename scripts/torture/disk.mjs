import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { folder, profile } from "./world.mjs";

/** Where the last killed browser's storage is kept until it is clear that nothing is wrong. */
const wreck = path.join(folder, "wreck");
const databases = path.join(profile, "Default", "IndexedDB");

/** Copies what the killed browser left on disk. */
export function keepWreck() {
  rmSync(wreck, { recursive: true, force: true });
  for (const store of ["IndexedDB", "WebStorage"]) {
    const from = path.join(profile, "Default", store);
    if (existsSync(from)) cpSync(from, path.join(wreck, store), { recursive: true });
  }
}

/**
 * Puts that copy, what the next start made of it, and the browser's log where they can be studied.
 * @param {string} to
 */
export function showWreck(to) {
  mkdirSync(to, { recursive: true });
  for (const [from, name] of /** @type {const} */ ([
    [wreck, "killed"],
    [databases, "after"],
    [path.join(folder, "chromium.log"), "chromium.log"],
  ])) {
    if (existsSync(from)) cpSync(from, path.join(to, name), { recursive: true });
  }
}

/**
 * Cuts that many bytes off the end of the log that IndexedDB was writing.
 * @param {number} bytes
 */
export function tear(bytes) {
  const logs = readdirSync(databases, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".log"),
  );
  const log = logs.sort().at(-1);
  if (!log) throw new Error("IndexedDB keeps no log that could be torn");
  const file = path.join(databases, log);
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}
