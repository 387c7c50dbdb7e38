import { execFileSync } from "node:child_process";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { type App, button, decodedAudio, startApp, stored, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";
import { addWitness } from "../support/witness.ts";

const ADDRESS = "#/drill?seed=7&rounds=1&prep=0&speak=60&pressure=0";

let app: App;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  app = await startApp(await speech("r-zh-p8"));
});
afterAll(() => app.close());

beforeEach(async () => {
  ({ page, context } = await app.open("#/"));
  await addWitness(context);
});
afterEach(() => context.close());

/** Opens the drill and speaks for a while. */
async function speak(milliseconds: number): Promise<void> {
  await page.goto(`${app.url}/${ADDRESS}`);
  await page.reload();
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(milliseconds);
}

async function done(): Promise<void> {
  await page.keyboard.press("Space");
  await page.waitForSelector(".player", { timeout: 15_000 });
}

const alarm = (text: string) => page.getByRole("alert").filter({ hasText: text });

describe("while recording", () => {
  it("a microphone that the system mutes is told, and the take goes on", async () => {
    await speak(1_500);
    await page.evaluate(() => window.seen.streams[0]?.getAudioTracks()[0]?.dispatchEvent(new Event("mute")));
    await alarm(en.drill.input.muted).waitFor();
    await page.evaluate(() =>
      window.seen.streams[0]?.getAudioTracks()[0]?.dispatchEvent(new Event("unmute")),
    );
    await alarm(en.drill.input.muted).waitFor({ state: "detached" });
    await done();
    expect((await storedTakes(page))[0]?.cutShort).toBeNull();
  });

  it("a device that is no longer listed ends the take, and keeps it", async () => {
    await speak(2_000);
    await page.evaluate(() => {
      navigator.mediaDevices.enumerateDevices = async () =>
        [{ kind: "audioinput", deviceId: "another", label: "Another", groupId: "" }] as MediaDeviceInfo[];
      navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
    });
    await alarm(en.failures.lost.what).waitFor();
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take).toMatchObject({ cutShort: "lost" });
    expect(take?.length).toBeGreaterThan(1);
  });

  it("a recorder that breaks ends the take, and keeps it", async () => {
    await speak(2_500);
    await page.evaluate(() => window.seen.recorders[0]?.dispatchEvent(new Event("error")));
    await alarm(en.failures.recorder.what).waitFor();
    await page.waitForSelector(".player");
    expect((await storedTakes(page))[0]?.length).toBeGreaterThan(1);
  });

  it("a recorder that goes silent is asked, then given up, and what it had is kept", async () => {
    await speak(3_000);
    await page.evaluate(() => window.seen.recorders[0]?.pause());
    await alarm(en.failures.recorder.what).waitFor({ timeout: 20_000 });
    await page.waitForSelector(".player");
    expect((await storedTakes(page))[0]?.length).toBeGreaterThan(1);
  });

  it("an audio context that is suspended, as for a call, is taken up again", async () => {
    await speak(1_000);
    await page.evaluate(() => window.seen.contexts[0]?.suspend());
    await expect.poll(() => page.evaluate(() => window.seen.contexts[0]?.state)).toBe("running");
    await page.waitForTimeout(1_000);
    await done();
    expect((await storedTakes(page))[0]?.cutShort).toBeNull();
  });

  it("a tab that is frozen and woken loses nothing and fires nothing late", async () => {
    await speak(1_500);
    const session = await context.newCDPSession(page);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await page.waitForTimeout(1_500);
    await done();
    const [take] = await storedTakes(page);
    expect(take?.length).toBeGreaterThan(4);
    expect(Math.abs((await decodedAudio(page)).samples.length / 16_000 - (take?.length ?? 0))).toBeLessThan(
      0.1,
    );
  });

  it("a machine that stands still for seconds leaves a gap that is filled, and the take goes on", async () => {
    await speak(2_000);
    const processes = descendants(process.pid, /chrom/i);
    expect(processes.length).toBeGreaterThan(1);
    for (const pid of processes) process.kill(pid, "SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    for (const pid of processes) process.kill(pid, "SIGCONT");
    await page.waitForTimeout(3_000);
    await done();
    const [take] = await storedTakes(page);
    expect(take?.cutShort).toBeNull();
    const decoded = (await decodedAudio(page)).samples.length / 16_000;
    expect(Math.abs(decoded - (take?.length ?? 0))).toBeLessThan(0.1);
    expect(decoded).toBeGreaterThan(6);
  });
});

describe("before recording", () => {
  it("a browser without a recorder or an encoder is told so", async () => {
    await context.addInitScript(() => {
      MediaRecorder.isTypeSupported = () => false;
    });
    await page.goto(`${app.url}/${ADDRESS}`);
    await page.reload();
    await button(page, /Turn over the title/).click();
    await alarm(en.failures.unsupported.what).waitFor();
  });

  it("a browser that records MP4 but no WebM is taken as it is", async () => {
    await context.addInitScript(() => {
      const { isTypeSupported } = MediaRecorder;
      MediaRecorder.isTypeSupported = (type) =>
        !type.includes("webm") && isTypeSupported.call(MediaRecorder, type);
    });
    await speak(2_500);
    await done();
    const [take] = await storedTakes(page);
    expect(take?.length).toBeGreaterThan(1);
    expect((await decodedAudio(page)).samples.length / 16_000).toBeGreaterThan(1);
  });

  it("a window that refuses storage says so, and lets one practise all the same", async () => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused", "SecurityError");
      };
    });
    await page.goto(`${app.url}/#/`);
    await page.reload();
    await alarm(en.home.storage.unavailable).waitFor();
    await speak(1_500);
    await done();
    await button(page, /Finish/).click();
    await page.getByRole("listitem").getByRole("link").waitFor();
  });

  it("an old tab that blocks the store is named", async () => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => ({ onerror: null }) as unknown as IDBOpenDBRequest; // never answers
    });
    await page.goto(`${app.url}/#/`);
    await page.reload();
    await alarm(en.home.storage.blocked).waitFor({ timeout: 15_000 });
  });

  it("a page older than its store asks to be loaded again", async () => {
    await page.goto(`${app.url}/#/nowhere`);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("offscript", 99);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await page.goto(`${app.url}/#/`);
    await page.reload();
    await alarm(en.home.storage.outdated).waitFor();
  });
});

describe("after a crash", () => {
  it("what was said is back, with its title and its cues, playable, and said to be recovered", async () => {
    await page.goto(`${app.url}/#/drill?seed=7&rounds=1&prep=0&speak=60&pressure=5&cues=cold-stare`);
    await page.reload();
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking[data-cue]", { timeout: 30_000 });
    await page.waitForTimeout(2_000);
    const title = (await page.locator(".room-title").textContent()) ?? "";
    await page.goto("chrome://crash").catch(() => undefined);

    const next = await context.newPage();
    await next.goto(`${app.url}/#/`);
    await next.getByText(en.recovered.back(1)).waitFor({ timeout: 15_000 });
    await next.getByRole("status").getByRole("link", { name: title }).click();
    await next.waitForSelector(".player canvas");
    const [take] = await storedTakes(next);
    expect(take).toMatchObject({ recovered: true, title: { text: title } });
    expect(take?.cues.map(({ kind }) => kind)).toContain("cold-stare");
    const decoded = (await decodedAudio(next)).samples.length / 16_000;
    expect(Math.abs(decoded - (take?.length ?? 0))).toBeLessThan(0.1);
    expect(await stored(next, "chunks")).toEqual([]);
    await next.goto(`${app.url}/#/takes`);
    await next.getByText(en.recovered.label, { exact: true }).waitFor();
  });

  it("a second tab neither takes a living take for a crash, nor spoils it", async () => {
    await speak(1_500);
    const second = await context.newPage();
    await second.goto(`${app.url}/#/takes`);
    await second.getByText(en.takes.none).waitFor();
    await second.waitForTimeout(1_500);
    expect((await stored(page, "drafts")).length).toBe(1);
    expect(await second.getByText(en.recovered.back(1)).count()).toBe(0);
    await page.bringToFront();
    await done();
    const takes = await storedTakes(page);
    expect(takes.length).toBe(1);
    expect(takes[0]).toMatchObject({ recovered: false, cutShort: null });
  });
});

/** Processes below `pid` whose command fits, all the way down. */
function descendants(pid: number, command: RegExp): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,comm="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  const below = (parent: number): string[][] =>
    rows.filter(([, ppid]) => Number(ppid) === parent).flatMap((row) => [row, ...below(Number(row[0]))]);
  return below(pid)
    .filter(([, , name]) => command.test(name ?? ""))
    .map(([child]) => Number(child));
}
