import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { serve } from "../../bin/serve.mjs";
import { findChromium } from "../../scripts/chromium.mjs";
import type { Take } from "../../src/store/take.ts";
import { type Sound, wavFile } from "./speech.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** What the fake microphone plays, round and round; "none": there is no microphone. */
export type FakeMicrophone = Sound | "none";

/** The built app on a local server, in a Chromium of its own. */
export type App = Readonly<{
  url: string;
  browser: Browser;
  /** A fresh profile with one page at `hash`; what goes wrong in it is collected in `faults`. */
  open(hash: string, options?: OpenOptions): Promise<Opened>;
  close(): Promise<void>;
}>;

export type OpenOptions = BrowserContextOptions & { microphone?: "granted" | "denied" };
export type Opened = Readonly<{ page: Page; context: BrowserContext; faults: string[]; requests: string[] }>;

/** Serves `dist` (built by the test command before) and starts Chromium with a microphone that plays a sound. */
export async function startApp(sound: FakeMicrophone): Promise<App> {
  const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
  const file = path.join(folder, "microphone.wav");
  if (sound !== "none") writeFileSync(file, wavFile(sound));
  const fake = ["--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${file}`];
  const server = await serve({ dir: dist, port: 0 });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", ...(sound === "none" ? [] : fake)],
  });
  return {
    url: server.url,
    browser,
    open: async (hash, { microphone = "granted", ...options } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: "en",
        ...options,
        permissions: microphone === "granted" ? ["microphone"] : [],
      });
      const page = await context.newPage();
      const faults: string[] = [];
      const requests: string[] = [];
      page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning")
          faults.push(`console: ${message.text()}`);
      });
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(`${server.url}/${hash}`);
      return { page, context, faults, requests };
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything in one store of the app's database, read past the app. */
export const stored = <T>(page: Page, store: string): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open("offscript");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
          all.onerror = () => reject(all.error);
        };
      }),
    store,
  );

export const storedTakes = (page: Page): Promise<Take[]> => stored<Take>(page, "takes");

/** The sound of the only take, decoded by the browser at 16 kHz, past the app. */
export async function decodedAudio(page: Page): Promise<Sound> {
  const base64 = await page.evaluate(async () => {
    const opening = indexedDB.open("offscript");
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const all = opening.result.transaction("audio").objectStore("audio").getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    const [blob] = all.result as [Blob];
    const decoded = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(await blob.arrayBuffer());
    const bytes = new Uint8Array(decoded.getChannelData(0).buffer);
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  });
  const bytes = Buffer.from(base64, "base64");
  return { samples: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), sampleRate: 16_000 };
}

/** The button with that name. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
