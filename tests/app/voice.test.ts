import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineKey } from "../../src/client/lineKey.ts";
import { cueKinds } from "../../src/cues/index.ts";
import { planDrill } from "../../src/drill/plan.ts";
import { en } from "../../src/i18n/en/index.ts";
import { s } from "../../src/lib/units.ts";
import { loadDecks } from "../../src/prompts/load.ts";
import { type App, button, type Opened, startApp, stored, storedTakes } from "../support/app.ts";
import { speech } from "../support/speech.ts";

const SEED = 7;
const ADDRESS = `#/drill?seed=${SEED}&rounds=1&prep=0&speak=40&pressure=5&cues=cut-in`;

type Witness = {
  started: { when: number; offset: number; length: number }[];
  stopped: number;
  open: number;
  spoken: number;
};
declare global {
  interface Window {
    heard: Witness;
  }
}

/** Writes down all that sounds, past the app; offline rendering is not heard, and does not count. */
function witness(): void {
  const seen: Witness = { started: [], stopped: 0, open: 0, spoken: 0 };
  window.heard = seen;
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when = 0, offset = 0, length = -1) {
    if (this.context instanceof AudioContext) seen.started.push({ when, offset, length });
    if (length < 0) start.call(this, when, offset);
    else start.call(this, when, offset, length);
  };
  AudioBufferSourceNode.prototype.stop = function (when) {
    if (this.context instanceof AudioContext) seen.stopped++;
    stop.call(this, when);
  };
  const { close } = AudioContext.prototype;
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      seen.open++;
    }
  };
  AudioContext.prototype.close = function () {
    seen.open--;
    return close.call(this);
  };
  const { speak } = SpeechSynthesis.prototype;
  SpeechSynthesis.prototype.speak = function (utterance) {
    seen.spoken++;
    speak.call(this, utterance);
  };
}

let app: App;
/** The line of the first cut-in, and of the decks it may come from. */
let line: string;
let deck: string;

beforeAll(async () => {
  app = await startApp(await speech("r-en-oriana1"));
  const settings = {
    rounds: [{ prepareFor: s(0), speakFor: s(40), pressure: 5 }],
    support: "title",
    cues: ["cut-in"],
  } as const;
  const plan = planDrill(settings, await loadDecks("en"), cueKinds, "en", SEED);
  const said = plan.rounds[0]?.cues[0]?.line;
  [line, deck] = [said?.text ?? "", said?.deck ?? ""];
});
afterAll(() => app.close());

/** A page at that address, watched, in a profile of its own. */
async function opened(hash: string): Promise<Opened> {
  const one = await app.open("#/");
  await one.page.addInitScript(witness);
  await one.page.goto(`${app.url}/${hash}`);
  await one.page.reload(); // the hash alone does not load the page again, and the witness comes with a load
  return one;
}
const nobodyElse = ({ requests }: Opened) =>
  requests.filter((url) => !url.startsWith(app.url) && !url.startsWith("blob:"));
/** Begins the drill and waits for the first cut-in. */
async function cutInto({ page }: Opened): Promise<void> {
  await button(page, /Turn over the title/).click();
  await page.waitForSelector('.speaking[data-cue="cut-in"]', { timeout: 45_000 });
}

describe("a client with a recorded voice", () => {
  let one: Opened;
  beforeAll(async () => {
    one = await opened("#/settings");
    const { page } = one;
    await page.getByLabel(en.voice.lines.from).selectOption(deck);
    await button(page, en.voice.lines.recordLine(line)).click();
    await page.getByText(en.voice.lines.recording).waitFor({ timeout: 20_000 });
    await page.waitForTimeout(2_500);
    await button(page, en.voice.lines.stop).click();
    await button(page, en.voice.lines.keep).click({ timeout: 20_000 });
    await button(page, en.voice.lines.hearLine(line)).waitFor();
  });
  afterAll(() => one.context.close());

  it("keeps the line by its words, and wants it to be heard from now on", async () => {
    const [kept] = await stored<{ text: string; length: number }>(one.page, "voices");
    expect(kept?.text).toBe(line);
    expect(kept?.length).toBeGreaterThan(0.5);
    const [settings] = await stored<{ voice: string }>(one.page, "settings");
    expect(settings?.voice).toBe("recordings");
    const keys = await one.page.evaluate(async () => {
      const opening = indexedDB.open("offscript");
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const all = opening.result.transaction("voices").objectStore("voices").getAllKeys();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      opening.result.close();
      return all.result as string[];
    });
    expect(keys).toEqual([lineKey("en", line)]);
  });

  it("draws a breath and says it when the cue strikes, with its caption; Escape silences everything", async () => {
    const { page } = one;
    const [kept] = await stored<{ start: number; length: number }>(page, "voices");
    await page.goto(`${app.url}/${ADDRESS}`);
    await page.reload();
    await cutInto(one);
    expect(await page.locator(".caption").textContent()).toContain(line);
    await page.waitForFunction(() => window.heard.started.length === 2, null, { timeout: 2_000 });
    const [breath, spoken] = await page.evaluate(() => window.heard.started);
    expect((spoken?.when ?? 0) - (breath?.when ?? 0)).toBeCloseTo(0.26, 6);
    expect(spoken?.offset).toBeCloseTo(kept?.start ?? -1, 6);
    expect(spoken?.length).toBeCloseTo(kept?.length ?? -1, 6);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: en.review.left }).waitFor();
    await page.waitForFunction(() => window.heard.open === 0, null, { timeout: 10_000 }); // the microphone's, too
    expect(await page.evaluate(() => window.heard.stopped)).toBeGreaterThan(0);
    await page.locator(".ended-takes a").waitFor({ timeout: 20_000 }); // it is made whole
    const [take] = await storedTakes(page);
    expect(take?.cues[0]?.line?.text).toBe(line);
    expect(one.faults).toEqual([]);
    expect(nobodyElse(one)).toEqual([]);
  });

  it("is heard again, and deleted for good", async () => {
    const { page } = one;
    await page.goto(`${app.url}/#/settings`);
    await page.reload();
    await page.getByLabel(en.voice.lines.from).selectOption("recorded");
    await button(page, en.voice.lines.hearLine(line)).click();
    await page.waitForFunction(() => window.heard.started.length === 1);
    await button(page, en.voice.lines.removeLine(line)).click();
    await button(page, en.voice.lines.removeLine(line)).waitFor({ state: "detached" });
    expect(await stored(page, "voices")).toEqual([]);
  });
});

describe("a client with a computer's voice, where there is none", () => {
  it("is captioned, breathes, and nobody waits for it; nothing is asked of anybody", async () => {
    const one = await opened("#/settings");
    const { page } = one;
    const computer = page.getByRole("radio", { name: en.voice.modes.synthesis.name });
    expect(await computer.isDisabled()).toBe(true); // it would bleed into the recording
    await page.getByLabel(en.settings.headphonesHint).check();
    await computer.check();
    await page.getByText(en.voice.none).waitFor({ timeout: 10_000 });
    await page.goto(`${app.url}/${ADDRESS}`);
    await page.reload();
    await cutInto(one);
    expect(await page.locator(".caption").textContent()).toContain(line);
    expect(await page.locator(".face").getAttribute("data-speaking")).toBe("true");
    await page.waitForSelector(".speaking:not([data-cue])", { timeout: 10_000 }); // its turn is over all the same
    expect(await page.evaluate(() => window.heard.spoken)).toBe(0);
    expect(await page.evaluate(() => window.heard.started.length)).toBeGreaterThanOrEqual(1);
    await page.keyboard.press("Escape");
    expect(one.faults).toEqual([]);
    expect(nobodyElse(one)).toEqual([]);
    await one.context.close();
  });
});

describe("the check before the first round with pressure", () => {
  it("costs one tap, plays one sound, and is remembered", async () => {
    const one = await opened(ADDRESS);
    const { page } = one;
    const { check } = en.voice;
    await page.getByRole("heading", { name: check.heading }).waitFor();
    expect(await page.evaluate(() => window.heard.open)).toBe(0); // nothing before it is wanted
    await button(page, check.headphones).click();
    await page.waitForFunction(() => window.heard.started.length === 1);
    expect(await button(page, check.headphones).getAttribute("aria-pressed")).toBe("true");
    await page.getByLabel(en.voice.loudness).fill("40");
    await page.reload();
    await button(page, /Turn over the title/).waitFor();
    expect(await page.getByRole("heading", { name: check.heading }).count()).toBe(0);
    await page.goto(`${app.url}/#/settings`);
    expect(await page.getByLabel(en.voice.loudness).inputValue()).toBe("40");
    expect(await page.getByLabel(en.settings.headphonesHint).isChecked()).toBe(true);
    expect(one.faults).toEqual([]);
    await one.context.close();
  });

  it("can be passed by, and does not come again once it was to be seen without an explanation above it", async () => {
    const one = await opened(ADDRESS);
    const { page } = one;
    const pass = async () => {
      await page.getByRole("heading", { name: en.voice.check.heading }).waitFor();
      await button(page, /Turn over the title/).click();
      await page.waitForSelector(".speaking");
    };
    await pass();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: en.review.left }).waitFor();
    await page.reload();
    await pass();
    const [settings] = await stored<{ soundChecked: boolean; headphones: boolean }>(page, "settings");
    expect(settings).toMatchObject({ soundChecked: true, headphones: false });
    await one.context.close();
  });
});
