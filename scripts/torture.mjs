/**
 * `npm run torture -- --runs 50 [--seed N] [--during speaking|finishing|deleting]`: kills the whole browser, again and
 * again, at moments drawn from the seed, with speech in the microphone, and looks each time at what the next start
 * brings back. One profile and one origin for the whole run, so what was kept before has to live through every crash.
 *
 * - speaking: 0.2 s to 20 s after the go
 * - finishing: up to 1.5 s after Done
 * - deleting: up to 0.3 s after Delete, after Undo, or after the start that empties the bin
 *
 * `--within S` draws the moments of speaking from fewer seconds than 20. `--keep FOLDER` keeps what lay on disk when a
 * browser was killed, and what it logged, for every run that shows a fault.
 *
 * `--torn` cuts the last record of the browser's database log in two after each kill, as a power cut does, and a kill
 * between two writes. Chromium reads such a log once, appends to it, and at the start after that takes all of it for
 * damaged and empties the whole storage; so this needs an app that keeps Chromium from appending.
 *
 * Ends with exit code 1 when anything was lost that must not be.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { serve } from "../bin/serve.mjs";
import { findChromium } from "./chromium.mjs";

/**
 * @import { BrowserContext, Page } from "playwright-core"
 * @import { Take } from "../src/store/take.ts"
 *
 * @typedef {"recording" | "stopped" | "go" | "cue" | "piece" | "stored" | "opened" | "dataLoss"} Sight what the witness in the page saw
 * @typedef {{ what: Sight, at: number, text: string }} Seen `at` in milliseconds since 1970 UTC
 *
 * @typedef {object} Life one Chromium, from its start until it is killed
 * @property {number} pid
 * @property {BrowserContext} context
 * @property {Page} page
 * @property {Seen[]} seen
 * @property {string[]} faults what the page complained of
 *
 * @typedef {object} Fate how a life ended, and what the next one must find
 * @property {string} killed the moment, in words
 * @property {{ title: string, began: number, ended: number, cues: Seen[], trail: string } | null} take what was being said
 * @property {Map<string, "whole" | "may be gone">} touched takes that were being deleted or undeleted
 *
 * @typedef {object} Sound one recording, as the browser reads it past the app
 * @property {string} sha256
 * @property {number | null} decoded seconds; null when it cannot be decoded
 * @property {number | null} seeked where half of it was sought; null when it could not be
 *
 * @typedef {object} Found everything that is stored
 * @property {[string, unknown][]} takes
 * @property {[string, Sound][]} audio
 * @property {[string, { count: number, least: number, most: number }][]} peaks
 * @property {string[]} drafts
 * @property {string[]} chunks
 */

/** Recovery takes a second; after this many milliseconds it is not coming. */
const RECOVERY_PATIENCE = 20_000;
/** Cues that struck in the last second may be lost with it. In milliseconds. */
const CUE_SETTLES = 1_000;
/** A cue is seen a frame after its stamp, and a busy machine may take its time for a frame. In seconds. */
const CUE_TOLERANCE = 0.5;
/** How far a decoded recording may be from the length that is stored. In seconds. */
const LENGTH_TOLERANCE = 0.1;
/** So many takes lie on the shelf before one is deleted. */
const SHELF = 3;

const { runs, seed, during, within, keep, torn } = readArguments();
/** What may be missing at the end of a take, in seconds; a torn record takes one more piece with it. */
const MOST_LOST = torn ? 2.5 : 1.5;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "offscript-torture-"));
const dist = path.join(folder, "dist");
const profile = path.join(folder, "profile");
/** Where the last killed browser's storage is kept until it is clear that nothing is wrong. */
const wreck = path.join(folder, "wreck");
/** @type {Life | null} */
let living = null;
/** @type {Promise<unknown>} */
let starting = Promise.resolve();
let leaving = false;

// Whatever ends this script ends its browser first, and takes its folder away.
process.on("exit", () => {
  if (living) strike(living.pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
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

function readArguments() {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "50" },
      seed: { type: "string", default: "1" },
      during: { type: "string", default: "speaking" },
      within: { type: "string", default: "20" },
      keep: { type: "string" },
      torn: { type: "boolean", default: false },
    },
  });
  const { during } = values;
  if (during !== "speaking" && during !== "finishing" && during !== "deleting") {
    throw new Error(`--during is speaking, finishing or deleting, not ${during}`);
  }
  const number = (/** @type {string} */ text) => {
    if (!/^\d+$/.test(text)) throw new Error(`--runs, --seed and --within are whole numbers, not ${text}`);
    return Number(text);
  };
  const [runs, seed, within] = [number(values.runs), number(values.seed), number(values.within)];
  return { runs, seed, during, within, keep: values.keep, torn: values.torn };
}

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
    /** @type {typeof import("../src/lib/random.ts")} */
    const { fork, seeded } = await load("/src/lib/random.ts");
    /** @type {typeof import("../src/store/take.ts")} */
    const { readTake } = await load("/src/store/take.ts");
    /** @type {typeof import("../tests/support/speech.ts")} */
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
    return { fork, seeded, readTake, voices };
  } finally {
    await vite.close();
  }
}

build();
const { fork, seeded, readTake, voices } = await loadSources();
const server = await serve({ dir: dist, port: 0 });

/**
 * Chance for one run and one purpose, in [0, 1): the same seed kills at the same moments.
 * @param {number} run
 * @param {string} purpose
 */
const chance = (run, purpose) => seeded(fork(seed, during, run, purpose))();

/** @param {number} run */
const languageOf = (run) => (chance(run, "language") < 0.5 ? "en" : "zh-CN");

/**
 * Runs in the page before anything else, and sends out at once what it sees: whoever is killed cannot be asked.
 * It knows the browser and the screen, and nothing of the app's own code.
 */
function witness() {
  const tell = (/** @type {Sight} */ what, text = "") =>
    void (/** @type {any} */ (window).witnessed({ what, at: Date.now(), text }));
  const { start, stop } = MediaRecorder.prototype;
  MediaRecorder.prototype.start = function (slice) {
    tell("recording");
    this.addEventListener("dataavailable", () => tell("piece"));
    start.call(this, slice);
  };
  MediaRecorder.prototype.stop = function () {
    if (this.state !== "inactive") tell("stopped");
    stop.call(this);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name === "chunks") this.transaction.addEventListener("complete", () => tell("stored"));
    return put.call(this, value, key);
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version);
    request.addEventListener("success", () => tell("opened", name));
    // Chromium empties a storage it finds damaged, and tells so only here.
    request.addEventListener("upgradeneeded", (event) => {
      const { dataLoss, dataLossMessage } = /** @type {any} */ (event);
      if (dataLoss && dataLoss !== "none") tell("dataLoss", dataLossMessage);
    });
    return request;
  };
  let going = false;
  /** @type {string | undefined} */
  let last;
  new MutationObserver(() => {
    const room = /** @type {HTMLElement | null} */ (document.querySelector(".speaking"));
    if (room && !going) tell("go", room.querySelector(".room-title")?.textContent ?? "");
    going = room !== null;
    const kind = room?.dataset.cue;
    if (kind && kind !== last) tell("cue", kind);
    last = kind;
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/**
 * Starts Chromium on the one profile and opens the start page.
 * @param {"en" | "zh-CN"} language of the voice in its microphone
 * @returns {Promise<Life>}
 */
async function start(language) {
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
async function kill(life, moment) {
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
async function sight(life, what, after = 0) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(5)) {
    const seen = life.seen.slice(after).find((each) => each.what === what);
    if (seen) return seen;
  }
  throw new Error(`Nobody saw "${what}" within half a minute`);
}

/**
 * Opens a drill and begins it.
 * @param {Life} life
 * @param {number} run
 */
async function begin(life, run) {
  const after = life.seen.length;
  const link = `seed=${run}&rounds=1&prep=0&speak=60&pressure=5&lang=${languageOf(run)}`;
  await life.page.goto(`${server.url}/#/drill?${link}`);
  await life.page.locator(".dealt .button-primary").click();
  const recording = await sight(life, "recording", after);
  const go = await sight(life, "go", after);
  return { recording, go };
}

/**
 * Presses the space bar in the page; returns the moment of it.
 * @param {Life} life
 */
const pressSpace = (life) =>
  life.page.evaluate(() => {
    const at = Date.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    return at;
  });

/**
 * Killed while somebody speaks, or while what was said is made whole.
 * @param {Life} life
 * @param {number} run
 * @returns {Promise<Fate>}
 */
async function killWhileSpeaking(life, run) {
  const { recording, go } = await begin(life, run);
  let killedAt = 0;
  let killed = "";
  if (during === "speaking") {
    const after = 200 + chance(run, "kill") * (within * 1_000 - 200);
    killedAt = await kill(life, go.at + after);
    killed = `${((killedAt - go.at) / 1000).toFixed(2)} s after go`;
  } else {
    await wait(1_500 + chance(run, "done") * 8_000);
    const doneAt = await pressSpace(life);
    killedAt = await kill(life, doneAt + chance(run, "kill") * 1_500);
    killed = `${killedAt - doneAt} ms after Done`;
  }
  const ended = life.seen.find(({ what }) => what === "stopped")?.at ?? killedAt;
  const cues = life.seen.filter(({ what, at }) => what === "cue" && at < killedAt - CUE_SETTLES);
  const last = (/** @type {Sight} */ sort) => {
    const seen = life.seen.filter(({ what }) => what === sort).at(-1);
    return seen ? `at ${((seen.at - recording.at) / 1000).toFixed(2)} s` : "never";
  };
  const trail = `the last piece was handed over ${last("piece")}, one was on disk ${last("stored")}`;
  return { killed, take: { title: go.text, began: recording.at, ended, cues, trail }, touched: new Map() };
}

/**
 * Killed while a take is deleted, had back, or erased for good.
 * @param {Life} life
 * @param {number} run
 * @param {Map<string, Take>} shelf is brought up to date
 * @returns {Promise<Fate>}
 */
async function killWhileDeleting(life, run, shelf) {
  const { page } = life;
  let listed = await takesListed(page);
  for (; listed < SHELF; listed = await takesListed(page)) {
    await begin(life, run);
    await wait(2_000);
    await pressSpace(life);
    await page.waitForSelector(".player");
  }
  stock(shelf, await look(page, [...shelf.keys()]));
  const way = /** @type {const} */ (["Delete", "Undo", "emptying"])[run % 3];
  const after = chance(run, "kill") * 300;
  /** @type {Fate["touched"]} */
  const touched = new Map();
  const deleteFirst = async () => {
    const { id, at } = await page.evaluate(() => {
      const row = document.querySelector(".take-row");
      const id = row?.querySelector("a")?.hash.split("/").at(-1) ?? "";
      const at = Date.now();
      /** @type {HTMLElement | null | undefined} */ (row?.querySelector(".take-delete"))?.click();
      return { id, at };
    });
    touched.set(id, way === "emptying" ? "may be gone" : "whole");
    return at;
  };
  let at = 0;
  if (way === "emptying") {
    for (; listed > 1; listed--) {
      await deleteFirst();
      await page.waitForFunction((count) => document.querySelectorAll(".take-row").length < count, listed);
    }
    // Two minutes later, as far as the app can tell: it empties the bin of what has lain there for one.
    await page.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() + 120_000;
    });
    const known = life.seen.length;
    await page.reload({ waitUntil: "commit" });
    at = (await sight(life, "opened", known)).at - 120_000;
  } else {
    at = await deleteFirst();
    if (way === "Undo") {
      await page.waitForSelector(".toast");
      await wait(chance(run, "think") * 1_000);
      at = await page.evaluate(() => {
        const at = Date.now();
        /** @type {HTMLElement | null} */ (document.querySelector(".toast button"))?.click();
        return at;
      });
    }
  }
  const killedAt = await kill(life, at + after);
  return { killed: `${killedAt - at} ms after ${way}`, take: null, touched };
}

/**
 * How many takes the list shows.
 * @param {Page} page
 */
async function takesListed(page) {
  await page.goto(`${server.url}/#/takes`);
  await page.waitForSelector(".take-row, .empty");
  return page.locator(".take-row").count();
}

/**
 * Waits until nothing is left to be recovered, or it is clear that nothing more will come.
 * @param {Page} page
 */
const recoveryEnds = (page) =>
  page.evaluate(async (patience) => {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open("offscript");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const drafts = () =>
      new Promise((resolve) => {
        const counting = database.transaction("drafts").objectStore("drafts").count();
        counting.onsuccess = () => resolve(counting.result);
      });
    for (const end = Date.now() + patience; Date.now() < end; ) {
      if ((await drafts()) === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    database.close();
  }, RECOVERY_PATIENCE);

/**
 * Reads everything that is stored, past the app. Every recording is hashed; those asked for are decoded and sought in.
 * @param {Page} page
 * @param {string[]} known takes that were looked at before
 * @returns {Promise<Found>}
 */
const look = (page, known) =>
  page.evaluate(async (known) => {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open("offscript");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    /** @type {(name: string, values?: boolean) => Promise<[string, any][]>} */
    const read = (name, values = true) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(name);
        const keys = transaction.objectStore(name).getAllKeys();
        const all = values ? transaction.objectStore(name).getAll() : null;
        transaction.oncomplete = () =>
          resolve(keys.result.map((key, index) => [String(key), all?.result[index]]));
        transaction.onabort = () => reject(transaction.error);
      });
    /** @type {(blob: Blob) => Promise<number | null>} */
    const seek = async (blob) => {
      const url = URL.createObjectURL(blob);
      const player = new Audio(url);
      /** @type {(event: string) => Promise<unknown>} */
      const heard = (event) =>
        new Promise((resolve, reject) => {
          player.addEventListener(event, resolve, { once: true });
          setTimeout(reject, 5_000);
        });
      try {
        await heard("loadedmetadata");
        if (!Number.isFinite(player.duration)) return null;
        const sought = heard("seeked");
        player.currentTime = player.duration / 2;
        await sought;
        return player.currentTime;
      } catch {
        return null;
      } finally {
        player.src = "";
        URL.revokeObjectURL(url);
      }
    };
    /** @type {(blob: unknown, isNew: boolean) => Promise<Sound>} */
    const listen = async (blob, isNew) => {
      /** @type {Sound} */
      const sound = { sha256: "", decoded: null, seeked: null };
      if (!(blob instanceof Blob)) return sound;
      const bytes = await blob.arrayBuffer().catch(() => null);
      if (!bytes) return sound;
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      sound.sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (!isNew) return sound;
      sound.seeked = await seek(blob);
      const context = new OfflineAudioContext(1, 1, 48_000);
      sound.decoded = await context.decodeAudioData(bytes).then(
        ({ duration }) => duration,
        () => null,
      );
      return sound;
    };
    /** @type {Found["audio"]} */
    const audio = [];
    for (const [id, blob] of await read("audio")) audio.push([id, await listen(blob, !known.includes(id))]);
    /** @type {Found["peaks"]} */
    const peaks = (await read("peaks")).map(([id, values]) => [
      id,
      { count: values.length, least: Math.min(...values), most: Math.max(...values) },
    ]);
    const takes = await read("takes");
    const drafts = (await read("drafts", false)).map(([key]) => key);
    const chunks = (await read("chunks", false)).map(([key]) => key);
    database.close();
    return { takes, audio, peaks, drafts, chunks };
  }, known);

/**
 * @typedef {object} Row one run, judged
 * @property {number} run
 * @property {string} killed
 * @property {number | null} said seconds
 * @property {number | null} back seconds
 * @property {number | null} lost seconds
 * @property {boolean} missing
 * @property {number} unreadable
 * @property {string} cues
 * @property {number} older
 * @property {string[]} faults
 * @property {"" | "nothing said yet" | "finished" | "recovered"} came what became of the take that was being said
 */

/**
 * Compares what is there with what must be.
 * @param {number} run
 * @param {Fate} fate
 * @param {Map<string, Take>} shelf what was there before, by its id
 * @param {Found} found
 * @returns {Row}
 */
function judge(run, fate, shelf, found) {
  const { take } = fate;
  /** @type {Map<string, Take>} */
  const records = new Map();
  const audio = new Map(found.audio);
  const peaks = new Map(found.peaks);
  /** @type {Row} */
  const row = {
    ...{ run, killed: fate.killed, said: null, back: null, lost: null, missing: false, unreadable: 0 },
    ...{ cues: "", older: 0, faults: [], came: "" },
  };
  const { faults } = row;
  for (const [id, record] of found.takes) {
    const read = readTake(record);
    if ("take" in read) {
      records.set(id, read.take);
      continue;
    }
    row.unreadable++;
    faults.push(`record ${id} unreadable: ${read.problem}`);
  }
  for (const [id, old] of shelf) {
    const touched = fate.touched.get(id);
    const record = records.get(id);
    const traces = [record, audio.get(id), peaks.get(id)].filter(Boolean);
    const mayGo = touched === "may be gone" || old.binned !== null;
    if (traces.length === 0 && mayGo) continue;
    if (!record) {
      row.missing = true;
      faults.push(`older take ${id} is gone`);
    } else if (audio.get(id)?.sha256 !== old.audio.sha256) faults.push(`older take ${id} is damaged`);
    else if (fingerprint(record, touched !== undefined) !== fingerprint(old, touched !== undefined))
      faults.push(`the record of older take ${id} has changed`);
    else if (traces.length < 3) faults.push(`older take ${id} is half there`);
    else row.older++;
  }
  const ids = (/** @type {[string, unknown][]} */ entries) => entries.map(([id]) => id).join();
  if (ids(found.takes) !== ids(found.audio) || ids(found.takes) !== ids(found.peaks))
    faults.push("records, sound and waveforms do not belong together");
  if (found.drafts.length > 0) faults.push(`${found.drafts.length} drafts left behind`);
  if (found.chunks.length > 0) faults.push(`${found.chunks.length} chunks left behind`);

  const fresh = found.takes.filter(([id]) => !shelf.has(id));
  if (!take) {
    if (fresh.length > 0) faults.push(`${fresh.length} takes from nowhere`);
    return row;
  }
  row.said = (take.ended - take.began) / 1000;
  const back = records.get(fresh[0]?.[0] ?? "");
  row.back = back?.length ?? 0;
  row.lost = Math.max(0, row.said - row.back);
  if (fresh.length > 1) faults.push(`back ${fresh.length} times`);
  if (!back) {
    row.missing = row.said >= MOST_LOST;
    if (row.missing) faults.push("take not found");
    else row.came = "nothing said yet";
    return row;
  }
  row.came = back.recovered ? "recovered" : "finished";
  if (row.lost > MOST_LOST) faults.push(`${row.lost.toFixed(2)} s lost: ${take.trail}`);
  if (row.back > row.said + LENGTH_TOLERANCE * 5) faults.push("longer than what was said");
  if (back.title.text !== take.title) faults.push(`title is "${back.title.text}", not "${take.title}"`);
  if (during === "speaking" && !back.recovered) faults.push("not said to be recovered");
  judgeSound(back, audio.get(back.id), peaks.get(back.id), faults);
  const stamped = take.cues.filter(({ text, at }, index) => {
    const cue = back.cues[index];
    const place = Math.min(back.length, (at - take.began) / 1000);
    return cue?.kind === text && Math.abs(cue.at - place) < CUE_TOLERANCE;
  });
  row.cues = `${stamped.length}/${take.cues.length}`;
  if (stamped.length < take.cues.length) {
    const [had, saw] = [
      back.cues.map(({ kind, at }) => [kind, at]),
      take.cues.map(({ text, at }) => [text, at]),
    ];
    faults.push(`cues ${JSON.stringify(had)}, seen ${JSON.stringify(saw)} from ${take.began}`);
  }
  return row;
}

/**
 * @param {Take} take
 * @param {Sound | undefined} sound
 * @param {{ count: number, least: number, most: number } | undefined} peaks
 * @param {string[]} faults
 */
function judgeSound({ length, audio }, sound, peaks, faults) {
  if (sound?.sha256 !== audio.sha256) faults.push("checksum wrong");
  if (sound?.decoded == null) faults.push("does not decode");
  else if (Math.abs(sound.decoded - length) > LENGTH_TOLERANCE)
    faults.push(`decodes to ${sound.decoded.toFixed(2)} s, not ${length.toFixed(2)} s`);
  if (sound?.seeked == null || Math.abs(sound.seeked - length / 2) > LENGTH_TOLERANCE)
    faults.push("not seekable");
  if (!peaks || Math.abs(peaks.count - length * 50) > 5) faults.push("waveform of another length");
  else if (peaks.most < 0.02 || peaks.least > peaks.most * 0.75) faults.push("waveform flat");
}

/**
 * A record as a text that can be compared; where its user was just deleting it, without what a deletion changes.
 * @param {Take} take
 * @param {boolean} deleting
 */
const fingerprint = (take, deleting) =>
  JSON.stringify(deleting ? { ...take, binned: null, changed: 0 } : take);

/** @param {number | null} value */
const cell = (value) => (value === null ? "" : value.toFixed(2));

/** @param {Row} row */
function printRow({ run, killed, said, back, lost, cues, older, faults, came }) {
  const verdict = faults.length > 0 ? `FAULT ${faults.join("; ")}` : came || "whole";
  const cells = [cell(said).padStart(6), cell(back).padStart(6), cell(lost).padStart(6), cues.padStart(5)];
  console.log(
    `${String(run).padStart(4)}  ${killed.padEnd(22)}${cells.join("  ")}  ${String(older).padStart(5)}  ${verdict}`,
  );
}

/**
 * The value below which a share of the others lie (nearest rank); null of none.
 * @param {number[]} sorted
 * @param {number} share
 */
const quantile = (sorted, share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** @param {Row[]} rows */
function printSummary(rows) {
  const lost = rows.flatMap((row) => row.lost ?? []).sort((a, b) => a - b);
  const count = (/** @type {(row: Row) => boolean} */ which) => rows.filter(which).length;
  const unreadable = rows.reduce((sum, row) => sum + row.unreadable, 0);
  console.log(`\n${rows.length} kills while ${during}, seed ${seed}`);
  console.log(`  takes not found      ${count((row) => row.missing)}`);
  console.log(`  records unreadable   ${unreadable}`);
  console.log(`  rows with a fault    ${count((row) => row.faults.length > 0)}`);
  if (lost.length === 0) return;
  console.log(`  nothing said yet     ${count(({ came }) => came === "nothing said yet")}`);
  const [median, most95, most] = [0.5, 0.95, 1].map((share) => cell(quantile(lost, share)));
  console.log(`  lost                 median ${median} s, 95th percentile ${most95} s, most ${most} s`);
}

/**
 * One run: a life until it is killed, and the next one's first look round.
 * @param {number} run
 * @param {Life} life
 * @param {Map<string, Take>} shelf is brought up to date
 * @returns {Promise<{ row: Row, next: Life }>}
 */
async function torment(run, life, shelf) {
  let fate = /** @type {Fate | null} */ (null);
  let trouble = "";
  try {
    fate = await (during === "deleting" ? killWhileDeleting(life, run, shelf) : killWhileSpeaking(life, run));
  } catch (error) {
    trouble = `it did not come to it: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
    if (living) await kill(life, Date.now());
  }
  if (torn) tear(Math.ceil(chance(run, "tear") * 200));
  rmSync(wreck, { recursive: true, force: true });
  for (const store of ["IndexedDB", "WebStorage"]) {
    const from = path.join(profile, "Default", store);
    if (keep && existsSync(from)) cpSync(from, path.join(wreck, store), { recursive: true });
  }
  const next = await start(languageOf(run + 1));
  await recoveryEnds(next.page);
  const found = await look(next.page, [...shelf.keys()]);
  const row = judge(run, fate ?? { killed: "", take: null, touched: new Map() }, shelf, found);
  if (trouble) row.faults.unshift(trouble);
  row.faults.push(...life.faults);
  for (const { what, text } of next.seen) {
    if (what === "dataLoss") row.faults.push(`the browser emptied its own storage: ${text}`);
  }
  if (keep && row.faults.length > 0) {
    const to = path.join(keep, `${during}-${run}`);
    mkdirSync(to, { recursive: true });
    for (const [from, name] of /** @type {const} */ ([
      [wreck, "killed"],
      [path.join(profile, "Default", "IndexedDB"), "after"],
      [path.join(folder, "chromium.log"), "chromium.log"],
    ])) {
      if (existsSync(from)) cpSync(from, path.join(to, name), { recursive: true });
    }
  }
  stock(shelf, found);
  return { row, next };
}

/**
 * Cuts that many bytes off the end of the log that IndexedDB was writing.
 * @param {number} bytes
 */
function tear(bytes) {
  const database = path.join(profile, "Default", "IndexedDB");
  const logs = readdirSync(database, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".log"),
  );
  const log = logs.sort().at(-1);
  if (!log) throw new Error("IndexedDB keeps no log that could be torn");
  const file = path.join(database, log);
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}

/**
 * Notes what is on the shelf now.
 * @param {Map<string, Take>} shelf
 * @param {Found} found
 */
function stock(shelf, { takes }) {
  shelf.clear();
  for (const [id, record] of takes) {
    const read = readTake(record);
    if ("take" in read) shelf.set(id, read.take);
  }
}

/** @type {Row[]} */
const rows = [];
try {
  /** @type {Map<string, Take>} */
  const shelf = new Map();
  console.log(" run  killed                  said s  back s  lost s   cues  older  verdict");
  let life = await start(languageOf(1));
  for (let run = 1; run <= runs; run++) {
    const { row, next } = await torment(run, life, shelf);
    life = next;
    rows.push(row);
    printRow(row);
  }
  process.exitCode = rows.some(({ faults }) => faults.length > 0) ? 1 : 0;
} catch (error) {
  if (!leaving) console.error(error); // it does not even start again
  process.exitCode = 1;
} finally {
  if (leaving) await new Promise(() => undefined);
  printSummary(rows);
  if (living) await kill(living, Date.now());
  await server.close();
}
