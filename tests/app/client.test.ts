import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en/index.ts";
import { type App, button, type Opened, startApp, storedTakes } from "../support/app.ts";
import { aTake } from "../support/builders.ts";
import { speech } from "../support/speech.ts";

/* The client across the table, in the built app: what a cue shows, what it takes away and gives back. */

type Seen = Readonly<{ cue: string | null; face: string | null; title: string; note: string; clock: string }>;

let app: App;
beforeAll(async () => {
  app = await startApp(await speech("r-mfa-acoustic_corpus"));
});
afterAll(() => app.close());

/** Speaks through a drill until its time is up, and tells what the room looked like, change by change. */
async function speak(address: string): Promise<Opened & { seen: Seen[] }> {
  const opened = await app.open(address);
  const { page } = opened;
  await button(page, /Turn over the title/).click();
  await page.waitForSelector(".speaking");
  await page.evaluate(() => {
    const seen: Seen[] = [];
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
    const look = () => {
      const room = document.querySelector<HTMLElement>(".speaking");
      const now = {
        cue: room?.dataset.cue ?? null,
        face: document.querySelector<SVGElement>(".face")?.dataset.expression ?? null,
        title: text(".room-title"),
        note: text(".title-changed"),
        clock: document.querySelector<HTMLElement>(".speaking-clock")?.dataset.hidden ?? "",
      };
      if (room && JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
    };
    look();
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { seen });
  });
  await page.waitForSelector('.ring[data-tone="red"]', { timeout: 120_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
  return { ...opened, seen };
}

describe("with somebody who talks", () => {
  it("a stare softens once the speaker has carried on, and a blank takes the title away and gives it back", async () => {
    const { context, seen } = await speak(
      "#/drill?seed=3&rounds=1&prep=0&speak=75&pressure=5&cues=blank,cold-stare",
    );
    const cues = seen.map(({ cue }) => cue);
    expect(cues).toContain("blank");
    expect(cues).toContain("cold-stare");
    for (const [index, now] of seen.entries()) {
      const before = seen[index - 1];
      expect(now.title === "").toBe(now.cue === "blank");
      expect(now.clock).toBe(String(now.cue === "blank"));
      if (now.cue === "cold-stare") expect(now.face).toBe("cold-stare");
      if (before?.cue != null && now.cue === null) expect(now.face).toBe("won-back");
    }
    await context.close();
  }, 120_000);

  it("the boss walks in and gets twenty seconds; after the last word the client says nothing, and it is recorded", async () => {
    const { page, context, seen } = await speak(
      "#/drill?seed=4&rounds=1&prep=0&speak=45&pressure=5&cues=latecomer,silence",
    );
    expect(seen.map(({ cue }) => cue)).toContain("latecomer");
    expect(seen.some(({ note }) => note.startsWith("Say it again: 0:1"))).toBe(true);
    const waits = (await page.evaluate(() => location.hash)).includes("silence");
    expect(waits).toBe(true);
    await page.keyboard.press("Space");
    await page.waitForSelector(".player", { timeout: 30_000 });
    const [take] = await storedTakes(page);
    const [late] = take?.cues.filter(({ kind }) => kind === "latecomer") ?? [];
    expect((late?.until ?? 0) - (late?.at ?? 0)).toBeLessThan(6.5); // the boss's line, not what it asks for
    expect((take?.length ?? 0) - (take?.goAt ?? 0)).toBeGreaterThan(45 + 19); // the round's clock stood still
    await context.close();
  }, 150_000);
});

describe("how hard it gets", () => {
  const hash = async ({ page }: Opened, address: string) => {
    await page.goto(`${app.url}/${address}`);
    await page.reload(); // a hash alone does not load the page again
    await page.waitForSelector(".dealt");
    return decodeURIComponent(await page.evaluate(() => location.hash));
  };

  it("is what the slider says, where an address leaves it open; the softer mode brings no stare", async () => {
    const opened = await app.open("#/settings");
    const { page, context } = opened;
    await page.getByLabel(en.settings.fixed).check();
    await page.getByRole("slider", { name: en.settings.pressure }).fill("5");
    await page.getByLabel(en.settings.softerHint).check();
    const dealt = await hash(opened, "#/drill");
    expect(dealt).toContain("&pressure=0,5,5&");
    expect(dealt).not.toContain("cold-stare");
    expect(await hash(opened, "#/drill?seed=7&rounds=2&pressure=1&cues=blank,cold-stare")).toMatch(
      /&pressure=1&.*&cues=blank$/,
    );
    await context.close();
  });

  it("follows the speaker's own levels, but for links and the day's own drill", async () => {
    const opened = await app.open("#/");
    const { page, context } = opened;
    const held = Array.from({ length: 6 }, (_, at) => ({ kind: "cut-in", at, recovery: null, held: true }));
    await page.evaluate(
      (take) =>
        new Promise((resolve) => {
          const opening = indexedDB.open("offscript");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("takes", "readwrite");
            writing.objectStore("takes").put(take, take.id);
            writing.oncomplete = () => {
              opening.result.close();
              resolve(null);
            };
          };
        }),
      JSON.parse(JSON.stringify(aTake({ measures: { cues: held } }))),
    );
    expect(await hash(opened, "#/drill")).toMatch(/&levels=cut-in:5$/);
    expect(await hash(opened, "#/drill?seed=42")).not.toContain("levels");
    expect(await hash(opened, "#/drill?daily")).not.toContain("levels");
    await page.goto(`${app.url}/#/settings`);
    await page.getByText(en.settings.workingAt(5, 5)).waitFor();
    await context.close();
  });
});
