import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cueKinds } from "../../src/cues/index.ts";
import { planDrill } from "../../src/drill/plan.ts";
import { s } from "../../src/lib/units.ts";
import { loadDecks } from "../../src/prompts/load.ts";
import {
  type App,
  button,
  decodedAudio,
  type Opened,
  startApp,
  stored,
  storedTakes,
} from "../support/app.ts";
import { envelope, likeness, type Sound, speech } from "../support/speech.ts";

const ADDRESS = "#/drill?seed=7&rounds=1&prep=0&speak=20&pressure=5";

declare global {
  interface Window {
    witness: { startedAt: number; stoppedAt: number; cues: { kind: string; at: number }[] };
  }
}

describe("a drill on a real microphone", () => {
  let app: App;
  let played: Sound;
  let opened: Opened;

  beforeAll(async () => {
    played = await speech("r-zh-p8");
    app = await startApp(played);
    opened = await app.open("#/");
    const { page } = opened;
    // A witness of its own: when the browser's recorder was told to start and stop, and when a cue was to be seen.
    await page.addInitScript(() => {
      window.witness = { startedAt: 0, stoppedAt: 0, cues: [] };
      const { start, stop } = MediaRecorder.prototype;
      MediaRecorder.prototype.start = function (slice) {
        window.witness.startedAt = performance.now();
        start.call(this, slice);
      };
      MediaRecorder.prototype.stop = function () {
        window.witness.stoppedAt ||= performance.now();
        stop.call(this);
      };
      let last: string | undefined;
      new MutationObserver(() => {
        const kind = document.querySelector<HTMLElement>(".speaking")?.dataset.cue;
        if (kind && kind !== last) window.witness.cues.push({ kind, at: performance.now() });
        last = kind;
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(`${app.url}/${ADDRESS}`);
    await page.reload(); // the hash alone does not load the page again, and the witness comes with a load
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForFunction(
      () => document.querySelector(".ring")?.getAttribute("data-tone") === "red",
      null,
      {
        timeout: 40_000,
      },
    );
    await page.keyboard.press("Space");
    await page.waitForSelector(".player", { timeout: 20_000 });
  }, 90_000);

  afterAll(() => app.close());

  it("keeps the speech that was played", async () => {
    const recorded = envelope(await decodedAudio(opened.page));
    expect(likeness(recorded, envelope(played))).toBeGreaterThanOrEqual(0.9);
  });

  it("keeps all of it: as long as the recorder ran, to 150 ms", async () => {
    const { samples, sampleRate } = await decodedAudio(opened.page);
    const { startedAt, stoppedAt } = await opened.page.evaluate(() => window.witness);
    const ran = (stoppedAt - startedAt) / 1000;
    expect(ran).toBeGreaterThan(20);
    expect(Math.abs(samples.length / sampleRate - ran)).toBeLessThan(0.15);
    const [take] = await storedTakes(opened.page);
    expect(Math.abs((take?.length ?? 0) - ran)).toBeLessThan(0.15);
  });

  it("stamps its cues where they were seen", async () => {
    const [take] = await storedTakes(opened.page);
    const { startedAt, cues } = await opened.page.evaluate(() => window.witness);
    expect(cues.length).toBeGreaterThan(0);
    expect(take?.cues.map(({ kind }) => kind)).toEqual(cues.map(({ kind }) => kind));
    for (const [index, seen] of cues.entries()) {
      const cue = take?.cues[index];
      // Shown a frame after its stamp; the machine that tests may stall for longer than a frame.
      expect(Math.abs((cue?.at ?? 0) - (seen.at - startedAt) / 1000)).toBeLessThan(0.5);
      expect(cue?.until).toBeGreaterThan(cue?.at ?? 0);
    }
  });

  it("plans in Chromium what it plans in Node", async () => {
    const settings = {
      rounds: [{ prepareFor: s(0), speakFor: s(20), pressure: 5 }],
      support: "title",
      cues: cueKinds.map(({ id }) => id),
    } as const;
    const plan = planDrill(settings, await loadDecks("en"), cueKinds, "en", 7);
    const [take] = await storedTakes(opened.page);
    expect(take?.plan).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  it("leaves no draft and no chunks behind", async () => {
    expect(await stored(opened.page, "drafts")).toEqual([]);
    expect(await stored(opened.page, "chunks")).toEqual([]);
  });

  it("replays it: time advances, and the waveform is not flat", async () => {
    const { page } = opened;
    await page.locator(".player").getByRole("button", { name: "Play", exact: true }).click();
    const [first, second] = await page.evaluate(async () => {
      const media = () =>
        Number(document.querySelector<HTMLInputElement>(".player input[type=range]")?.value);
      const before = media();
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      return [before, media()];
    });
    expect(second).toBeGreaterThan((first ?? 0) + 0.5);
    const [peaks] = await stored<Record<string, number>>(page, "peaks");
    const values = Object.values(peaks ?? {});
    expect(values.length).toBeGreaterThan(20 * 50 - 10);
    expect(Math.max(...values)).toBeGreaterThan(0.05);
    expect(Math.min(...values)).toBeLessThan(Math.max(...values) / 4);
  });

  it("is rated by keys, noted, and still there after a reload", async () => {
    const { page } = opened;
    await page.locator("h1").click(); // away from the player's own keys
    for (const key of ["4", "3", "5", "2", "4"]) await page.keyboard.press(key);
    await page.getByLabel("What will you do differently?").fill("Say the number first");
    await button(page, /Finish/).click();
    await page.getByRole("heading", { name: "That was it." }).waitFor();
    await page.goto(`${app.url}/#/takes`);
    await page.reload();
    const [take] = await storedTakes(page);
    expect(take?.rating).toEqual({ opening: 4, thread: 3, recovery: 5, believable: 2, close: 4 });
    expect(take?.notes).toBe("Say the number first");
    await page.getByRole("link", { name: take?.title.text ?? "" }).click();
    await page.waitForSelector(".player canvas");
    expect(await page.getByLabel("What will you do differently?").inputValue()).toBe("Say the number first");
  });

  it("breaks no rule of the content security policy, and asks nobody else for anything", () => {
    expect(opened.faults).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith(app.url) && !url.startsWith("blob:"))).toEqual([]);
  });
});
