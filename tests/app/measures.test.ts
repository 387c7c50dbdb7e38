import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/measure.ts";
import { en } from "../../src/i18n/en/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { s } from "../../src/lib/units.ts";
import { type KeptMeasures, measuresOf } from "../../src/store/measures.ts";
import type { Take } from "../../src/store/take.ts";
import { type App, button, decodedAudio, startApp, storedTakes } from "../support/app.ts";
import { silence, sound } from "../support/sounds.ts";
import { speech, wavFile } from "../support/speech.ts";

const axe = createRequire(import.meta.url).resolve("axe-core");

/** Records a take of some seconds; it ends on the review. */
async function record(page: Page, seconds: number): Promise<void> {
  await page.locator(".dealt .button-primary").click();
  await page.waitForSelector(".speaking");
  await page.waitForTimeout(seconds * 1_000);
  await page.keyboard.press("Space");
  await page.waitForSelector(".player");
}

/** The only take, once it is measured. */
async function measuredTake(page: Page): Promise<Take> {
  await expect
    .poll(async () => (await storedTakes(page))[0]?.measures ?? null, { timeout: 30_000 })
    .not.toBeNull();
  return (await storedTakes(page))[0] as Take;
}

/** Makes the only take one of before there were measures, past the app. */
const forgetMeasures = (page: Page, measures: unknown = null): Promise<void> =>
  page.evaluate(
    (instead) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("offscript");
        opening.onsuccess = () => {
          const takes = opening.result.transaction("takes", "readwrite").objectStore("takes");
          const cursor = takes.openCursor();
          cursor.onsuccess = () => {
            cursor.result?.update({ ...cursor.result.value, measures: instead });
            cursor.result?.continue();
          };
          takes.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          takes.transaction.onabort = () => reject(takes.transaction.error);
        };
      }),
    measures,
  );

/** What axe finds wrong on the page. */
async function violations(page: Page): Promise<unknown[]> {
  await page.addScriptTag({ path: axe }).catch(() => undefined);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run();
    return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}

/** The numbers that the command line prints for the sound of the only take. */
async function printed(page: Page, take: Take): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
  const [wav, cues] = [path.join(folder, "take.wav"), path.join(folder, "take.json")];
  writeFileSync(wav, wavFile(await decodedAudio(page)));
  writeFileSync(cues, JSON.stringify(take));
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
  expect(await run(["--cues", cues, wav])).toBe(0);
  log.mockRestore();
  rmSync(folder, { recursive: true });
  return JSON.parse(lines[0] ?? "null");
}

/** A range of loudness is the distance of two levels, each read off a handful of syllables. In dB. */
const LOUDNESS = 0.25;

/** Everything that differs by more than 1 % (places in the take: by more than a frame of 10 ms; loudness: `LOUDNESS`). */
function differences(ours: unknown, theirs: unknown, where = ""): string[] {
  if (typeof ours === "number" && typeof theirs === "number") {
    const least = where === "/loudness" ? LOUDNESS : 0.0101;
    const near = Math.abs(ours - theirs) <= Math.max(least, 0.01 * Math.abs(theirs));
    return near ? [] : [`${where}: ${ours}, on the command line ${theirs}`];
  }
  if (typeof ours !== "object" || ours === null || typeof theirs !== "object" || theirs === null)
    return ours === theirs ? [] : [`${where}: ${String(ours)}, on the command line ${String(theirs)}`];
  return Object.entries(theirs).flatMap(([key, value]) =>
    key === "file" ? [] : differences((ours as Record<string, unknown>)[key], value, `${where}/${key}`),
  );
}

describe("a take of real speech", () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(await speech("c-zh-resume-30"));
  });
  afterAll(() => app.close());
  const DRILL = "#/drill?seed=21&rounds=1&prep=0&speak=60&pressure=5&cues=cut-in&deck=en/saas&lang=en";

  it("is measured after the round, has the command line's numbers, and keeps them", async () => {
    const { page, context, faults, requests } = await app.open(DRILL);
    await record(page, 32); // more than a stretch of decoding
    await page.getByRole("heading", { name: en.sound.heading }).waitFor();
    const take = await measuredTake(page);
    const measures = measuresOf(take) as KeptMeasures;
    expect(measures.cues.length).toBeGreaterThan(0);
    expect(measures.syllables).toBeGreaterThan(40);
    expect(differences(measures, await printed(page, take))).toEqual([]);
    expect(take.changed).toBe((await storedTakes(page))[0]?.changed);

    await page.locator(".figures").waitFor();
    const rate = page.getByRole("listitem").filter({ hasText: en.measures.list.speechRate.name }).first();
    await page.reload();
    await page.goto(`${app.url}/#/takes/${take.id}`);
    await page.locator(".figures").waitFor();
    expect(await rate.textContent()).toContain(measures.speechRate?.toFixed(1));
    expect((await storedTakes(page))[0]?.measures).toEqual(measures); // not counted again
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(app.url) && !url.startsWith("blob:"))).toEqual([]);
    await context.close();
  });

  it("tells how each number is counted, one click away; and axe finds nothing, in both languages", async () => {
    for (const [locale, words] of [["en", en] as const, ["zh-CN", zhCN] as const]) {
      const { page, context } = await app.open(`${DRILL}&seed=${locale.length}`, { locale, bypassCSP: true });
      await record(page, 12);
      const take = await measuredTake(page);
      await page.goto(`${app.url}/#/takes/${take.id}`);
      await page.locator(".figures").waitFor();
      const rate = page.locator("summary", { hasText: words.measures.list.articulationRate.name });
      const how = page.getByText(words.measures.list.articulationRate.how);
      expect(await how.isVisible()).toBe(false);
      await rate.click();
      expect(await how.isVisible()).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("link", { name: words.measures.heading }).click();
      await page.getByRole("heading", { name: words.measures.heading }).waitFor();
      await page.getByText(words.measures.list.fillers.how).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${app.url}/#/settings`);
      await page.getByRole("link", { name: words.measures.heading }).click();
      await page.getByRole("heading", { name: words.measures.list.recovery.name, exact: true }).waitFor();
      await context.close();
    }
  });

  it("that was recorded before there were measures gets them when it is opened, or on the list in passing", async () => {
    const { page, context, faults } = await app.open(DRILL);
    await record(page, 8);
    const { id, measures, changed } = await measuredTake(page);
    await page.goto(`${app.url}/#/settings`);
    for (const before of [null, { version: 1, speech: "lots" }, { perMinute: 4 }]) {
      await forgetMeasures(page, before);
      await page.goto(`${app.url}/#/takes/${id}`);
      await page.locator(".figures").waitFor();
      expect((await storedTakes(page))[0]).toMatchObject({ measures, changed });
      await page.goto(`${app.url}/#/settings`);
      await page.locator(".settings").waitFor();
    }
    await forgetMeasures(page);
    await page.goto(`${app.url}/#/takes`);
    expect((await measuredTake(page)).measures).toEqual(measures);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a take in which nobody speaks", () => {
  it("gives unknowns, in words, and no number", async () => {
    const app = await startApp(sound(silence(s(5))));
    const { page, context } = await app.open(
      "#/drill?seed=4&rounds=1&prep=0&speak=20&pressure=3&cues=blank&deck=en/saas&lang=en",
    );
    await page.locator(".dealt .button-primary").click();
    await page.waitForSelector(".speaking");
    await page.waitForTimeout(7_000);
    await page.keyboard.press("Space");
    await page.getByText(en.sound.silent).waitFor();
    expect(await page.locator(".figure-value").count()).toBe(0);
    expect(await page.locator(".figure-unknown").count()).toBe(8);
    expect(await page.getByText(en.sound.held, { exact: true }).count()).toBe(0);
    const measures = measuresOf(await measuredTake(page));
    expect(measures).toMatchObject({ speech: [], syllables: 0, speechRate: null, responseLatency: null });
    await button(page, /Finish/).waitFor();
    await context.close();
    await app.close();
  });
});
