import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { serve } from "../../bin/serve.mjs";
import { findChromium } from "../../scripts/chromium.mjs";
import { type Sound, wavFile } from "./speech.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** One start of the browser on a profile that outlives it. */
export type Life = Readonly<{
  page: Page;
  /** Kills all of the browser at once, as a crash does; resolves when the last of its processes is gone. */
  kill(): Promise<void>;
}>;

/** The built app, opened again and again on one profile. */
export type Lives = Readonly<{
  url: string;
  /** Starts Chromium on the profile, with one page at `hash`. */
  start(hash: string): Promise<Life>;
  /** Cuts so many bytes off the newest log of the browser's databases, between two lives, as a power cut does. */
  tearLog(bytes: number): void;
  /** Spoils a byte in the middle of that log, as a failing disk does. */
  damageLog(): void;
  close(): Promise<void>;
}>;

/** @param sound what the fake microphone plays */
export async function startLives(sound: Sound): Promise<Lives> {
  const folder = mkdtempSync(path.join(tmpdir(), "offscript-lives-"));
  const file = path.join(folder, "microphone.wav");
  const profile = path.join(folder, "profile");
  writeFileSync(file, wavFile(sound));
  const server = await serve({ dir: dist, port: 0 });
  let last: Life | null = null;
  const newestLog = () => {
    const databases = path.join(profile, "Default", "IndexedDB");
    const logs = readdirSync(databases, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".log"))
      .sort();
    return path.join(databases, logs.at(-1) ?? "no log");
  };
  return {
    url: server.url,
    start: async (hash) => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--use-fake-ui-for-media-stream",
          "--use-fake-device-for-media-stream",
          `--use-file-for-fake-audio-capture=${file}`,
        ],
        locale: "en",
      });
      const session = await context.browser()?.newBrowserCDPSession();
      const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
      const pid = processInfo.find(({ type }) => type === "browser")?.id;
      if (!pid) throw new Error("Chromium does not tell its process id");
      const page = context.pages()[0] ?? (await context.newPage());
      const kill = async () => {
        last = null;
        const closed = new Promise((resolve) => context.once("close", resolve));
        process.kill(-pid, "SIGKILL"); // its process group: Playwright gives every browser one of its own
        await closed;
        for (let tries = 0; tries < 200 && isAlive(pid); tries++) await wait(50);
      };
      last = { page, kill };
      await page.goto(`${server.url}/${hash}`);
      return last;
    },
    tearLog: (bytes) => truncateSync(newestLog(), statSync(newestLog()).size - bytes),
    damageLog: () => {
      const log = readFileSync(newestLog());
      const middle = Math.floor(log.length / 2);
      log[middle] = (log[middle] ?? 0) ^ 0xff;
      writeFileSync(newestLog(), log);
    },
    close: async () => {
      await last?.kill();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
