import { afterEach, beforeEach, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { button, storedTakes } from "../support/app.ts";
import { type Lives, startLives } from "../support/lives.ts";
import { speech } from "../support/speech.ts";

let lives: Lives;
beforeEach(async () => {
  lives = await startLives(await speech("r-zh-p8"));
});
afterEach(() => lives.close());

/** Switches headphones on or off: one more record in the browser's log. */
const writeSomething = async (page: Awaited<ReturnType<Lives["start"]>>["page"]) => {
  await page.goto(`${lives.url}/#/settings`);
  await page.getByLabel(en.settings.headphonesHint).click();
  await page.waitForTimeout(300);
};

/*
 * Chromium keeps IndexedDB in a log that it goes on writing after a crash, behind a last record that may be cut in
 * two. It reads that log once more without complaint; the start after that takes all of it for damaged, and empties
 * the storage. So the app has to see to it that a new log is begun.
 */
it("keeps every take when the last record on disk was cut in two, two starts later too", async () => {
  const first = await lives.start("#/drill?seed=5&rounds=1&prep=0&speak=20&pressure=0");
  await button(first.page, /Turn over the title/).click();
  await first.page.waitForSelector(".speaking");
  await first.page.waitForTimeout(1_500);
  await first.page.keyboard.press("Space");
  await first.page.waitForSelector(".player");
  const [take] = await storedTakes(first.page);
  await writeSomething(first.page);
  await first.kill();
  lives.tearLog(20);

  for (const start of ["second", "third", "fourth"]) {
    const life = await lives.start("#/takes");
    await life.page.waitForSelector(".take-row, .empty");
    // What the sound says is measured when there is time, and not what this is about.
    const kept = (await storedTakes(life.page)).map((each) => ({ ...each, measures: null }));
    expect(kept, `at the ${start} start`).toEqual([{ ...take, measures: null }]);
    await writeSomething(life.page);
    await life.kill();
  }
});

it("says so when the browser found its storage damaged and emptied it", async () => {
  const first = await lives.start("#/");
  await writeSomething(first.page);
  await writeSomething(first.page);
  await first.kill();
  lives.damageLog();
  const second = await lives.start("#/");
  await second.page.getByText(en.home.emptied).waitFor();
});
