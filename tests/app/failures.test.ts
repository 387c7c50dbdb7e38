import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failures } from "../../src/drill/state.ts";
import { en } from "../../src/i18n/en/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { type App, button, decodedAudio, startApp, storedTakes } from "../support/app.ts";
import { type Sound, speech } from "../support/speech.ts";

const ADDRESS = "#/drill?seed=7&rounds=1&prep=0&speak=30&pressure=0";

describe("when there is no microphone to be had", () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp("none");
  });
  afterAll(() => app.close());

  it("says in both languages that none is there, and what to do", async () => {
    for (const [locale, words] of [["en", en] as const, ["zh-CN", zhCN] as const]) {
      const { page, context } = await app.open(ADDRESS, { locale });
      await button(page, new RegExp(words.drill.begin)).click();
      const notice = page.getByRole("alert").filter({ hasText: words.failures["no-device"].what });
      await notice.waitFor();
      expect(await notice.textContent()).toContain(words.failures["no-device"].todo);
      expect(await button(page, new RegExp(words.drill.again)).isVisible()).toBe(true);
      await context.close();
    }
  });
});

describe("when the microphone fails", () => {
  let app: App;
  let voice: Sound;
  beforeAll(async () => {
    voice = await speech("r-zh-p8");
    app = await startApp(voice);
  });
  afterAll(() => app.close());

  it("says that it is blocked and how to allow it; once allowed, the same button goes on", async () => {
    const { page, context } = await app.open(ADDRESS, { microphone: "denied" });
    await button(page, /Turn over the title/).click();
    const notice = page.getByRole("alert").filter({ hasText: en.failures.denied.what });
    await notice.waitFor();
    expect(await notice.textContent()).toContain(en.failures.denied.todo);
    expect(await page.locator(".room-title").count()).toBe(0); // nobody sees a title they cannot speak to
    await context.grantPermissions(["microphone"]);
    await button(page, /Try again/).click();
    await page.waitForSelector(".speaking");
    await context.close();
  });

  it("keeps what was said when the permission is taken away in mid-sentence", async () => {
    const { page, context } = await app.open(ADDRESS);
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(4_000);
    await context.clearPermissions();
    await page.getByRole("alert").filter({ hasText: en.failures.lost.what }).waitFor({ timeout: 15_000 });
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take?.cutShort).toBe("lost");
    expect(take?.length).toBeGreaterThan(2);
    expect((await decodedAudio(page)).samples.length / 16_000).toBeGreaterThan(2);
    await context.close();
  });

  it("keeps what was said when the device ends its track", async () => {
    const { page, context } = await app.open("#/");
    await page.addInitScript(() => {
      const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = async function (constraints) {
        const stream = await getUserMedia.call(this, constraints);
        Object.assign(window, { stream });
        return stream;
      };
    });
    await page.goto(`${app.url}/${ADDRESS}`);
    await page.reload();
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(3_000);
    await page.evaluate(() => {
      // What a system does that says so when a device is pulled: the track ends, and an event tells.
      const [track] = (window as unknown as { stream: MediaStream }).stream.getAudioTracks();
      track?.stop();
      track?.dispatchEvent(new Event("ended"));
    });
    await page.getByRole("alert").filter({ hasText: en.failures.lost.what }).waitFor();
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take?.cutShort).toBe("lost");
    expect(take?.length).toBeGreaterThan(1);
    await context.close();
  });

  it("says so when the page is left and asks before what is being said is lost", async () => {
    const { page, context } = await app.open(ADDRESS);
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    const asked = new Promise<string>((resolve) => {
      page.on("dialog", (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    void page.evaluate(() => location.reload()).catch(() => undefined);
    expect(await asked).toBe("beforeunload");
    expect(await page.locator(".speaking").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: en.review.left }).waitFor();
    await context.close();
  });
});

describe("when the microphone is unplugged without a word", () => {
  let app: App;
  beforeAll(async () => {
    const voice = await speech("r-zh-p8");
    // Six seconds of speech, then what Chromium delivers of a device that is gone: digital silence.
    const samples = new Float32Array(voice.sampleRate * 40);
    samples.set(voice.samples.subarray(0, voice.sampleRate * 6));
    app = await startApp({ ...voice, samples });
  });
  afterAll(() => app.close());

  it("raises the alarm within some seconds, goes on recording, and keeps the speech", async () => {
    const { page } = await app.open(ADDRESS);
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    const alarm = page.getByRole("alert").filter({ hasText: en.drill.input.dead });
    await alarm.waitFor({ timeout: 20_000 });
    expect(await page.locator(".speaking").count()).toBe(1);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player");
    const [take] = await storedTakes(page);
    expect(take?.cutShort).toBeNull();
    const { samples } = await decodedAudio(page);
    expect(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(0.05);
  });
});

it("has a sentence and a way out for every failure, in both languages", () => {
  for (const words of [en, zhCN]) {
    for (const reason of failures) {
      expect(words.failures[reason].what).not.toBe("");
      expect(words.failures[reason].todo).not.toBe("");
    }
  }
});
