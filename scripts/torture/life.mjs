import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import { findChromium } from "../chromium.mjs";
import { witness } from "./witness.mjs";
import { folder, profile, removeFolder, server, voices } from "./world.mjs";

/** @import { Life, Seen, Sight } from "./types.mjs" */

/** @type {Life | null} */
let living = null;
/** @type {Promise<unknown>} */
let starting = Promise.resolve();
let leaving = false;

/** The browser that runs just now. */
export const alive = () => living;
/** Whether somebody asked this script to end. */
export const isLeaving = () => leaving;

// Whatever ends this script ends its browser first, and takes its folder away.
process.on("exit", () => {
  if (living) strike(living.pid);
  removeFolder();
});
for (const [signal, code] of /** @type {const} */ ([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])) {
  process.once(signal, async () => {
    leaving = true;
    await starting.catch(() => undefined); // a browser that is just starting has no process id yet
    if (living) await kill(living, Date.now());
    process.exit(code);
  });
}

/**
 * Starts Chromium on the one profile and opens the start page.
 * @param {"en" | "zh-CN"} language of the voice in its microphone
 * @returns {Promise<Life>}
 */
export async function start(language) {
  if (leaving) await new Promise(() => undefined); // for ever: the script is ending
  const birth = launch(language);
  starting = birth;
  const life = await birth;
  await life.context.exposeBinding("witnessed", (_, /** @type {Seen} */ seen) => void life.seen.push(seen));
  life.page.on("pageerror", (error) => life.faults.push(`page error: ${error.message}`));
  await life.context.addInitScript(witness);
  await life.page.goto(`${server.url}/#/`);
  await life.page.waitForSelector(".home");
  return life;
}

/**
 * @param {"en" | "zh-CN"} language
 * @returns {Promise<Life>}
 */
async function launch(language) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    env: { ...environment(), TMPDIR: folder }, // what a killed browser leaves behind goes with the folder
    args: [
      "--enable-logging",
      `--log-file=${path.join(folder, "chromium.log")}`,
      "--no-sandbox",
      "--disable-gpu",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${voices[language]}`,
    ],
    locale: "en",
    viewport: { width: 1280, height: 800 },
    handleSIGINT: false, // whoever stops this script stops the browser too: see above
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const session = await context.browser()?.newBrowserCDPSession();
  const processes = (await session?.send("SystemInfo.getProcessInfo"))?.processInfo ?? [];
  const pid = processes.find(({ type }) => type === "browser")?.id;
  if (!pid) throw new Error("Chromium does not tell its process id");
  living = { pid, context, page: context.pages()[0] ?? (await context.newPage()), seen: [], faults: [] };
  return living;
}

/** @returns {Record<string, string>} */
const environment = () =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/**
 * Kills a browser with all that belongs to it.
 * @param {number} pid
 */
function strike(pid) {
  // Everywhere but on Windows Playwright gives a browser a process group of its own, and all its children are in it.
  for (const target of process.platform === "win32" ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, "SIGKILL");
    } catch {} // gone already
  }
}

/**
 * Kills it at a moment (milliseconds since 1970 UTC), and waits until the last of its processes is gone.
 * @param {Life} life
 * @param {number} moment
 * @returns {Promise<number>} when it was killed
 */
export async function kill(life, moment) {
  const closed = new Promise((resolve) => life.context.once("close", resolve));
  await wait(Math.max(0, moment - Date.now()));
  const killedAt = Date.now();
  strike(life.pid);
  await Promise.race([closed, wait(10_000)]); // one that had gone by itself does not tell again
  for (let tries = 0; tries < 100 && isAlive(life.pid); tries++) await wait(50);
  living = null;
  return killedAt;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(process.platform === "win32" ? pid : -pid, 0);
  } catch {
    return false;
  }
}

/**
 * Waits until the witness saw something.
 * @param {Life} life
 * @param {Sight} what
 * @param {number} after how many sights are known already
 * @returns {Promise<Seen>}
 */
export async function sight(life, what, after = 0) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(5)) {
    const seen = life.seen.slice(after).find((each) => each.what === what);
    if (seen) return seen;
  }
  throw new Error(`Nobody saw "${what}" within half a minute`);
}
