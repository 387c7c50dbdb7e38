import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Take } from "../../src/store/take.ts";
import { type App, button, decodedAudio, startApp, storedTakes } from "../support/app.ts";
import { bestStart, envelope, hasRealSpeech, labelledSpeech, type Sound, speech } from "../support/speech.ts";

/* Real people, labelled by ear: where the client cuts in, somebody is speaking. */

const FILE = "r-mfa-acoustic_corpus";
const ADDRESS = "#/drill?seed=11&rounds=1&prep=0&speak=110&pressure=5&cues=cut-in";
/** A pause that everybody hears as one, in seconds. */
const PAUSE = 0.5;
/** Nobody can know of a pause before it has lasted: the live detector takes that long to call it one. */
const KNOWN_AFTER = 0.3;
/** Talk that is long enough for a cut-in, with some room for how soon the detector hears it. */
const TALK = 2.3;

type Span = readonly [number, number];

/** Speech without pauses of `least` or more, over three turns of a sound that is played round and round. */
function runs(spans: readonly Span[], length: number, least: number): Span[] {
  const turns = [-1, 0, 1].flatMap((turn) =>
    spans.map(([start, end]): Span => [start + turn * length, end + turn * length]),
  );
  const joined: [number, number][] = [];
  for (const [start, end] of turns) {
    const last = joined.at(-1);
    if (last && start - last[1] < least) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}

describe.runIf(hasRealSpeech)("a cut-in on real speech", () => {
  let app: App;
  let played: Sound;
  let take: Take;
  let recorded: Float32Array;

  beforeAll(async () => {
    played = await speech(FILE);
    app = await startApp(played);
    const { page } = await app.open(ADDRESS);
    await button(page, /Turn over the title/).click();
    await page.waitForSelector(".speaking");
    await page.waitForSelector('.ring[data-tone="red"]', { timeout: 140_000 });
    await page.keyboard.press("Space");
    await page.waitForSelector(".player", { timeout: 20_000 });
    const [kept] = await storedTakes(page);
    if (!kept) throw new Error("The take is kept");
    take = kept;
    recorded = envelope(await decodedAudio(page));
  }, 200_000);

  afterAll(() => app.close());

  it("lands while somebody is speaking, wherever its window has such a moment", () => {
    const sound = envelope(played);
    const length = sound.length / 100;
    const labels = labelledSpeech(FILE) ?? [];
    const [talk, uninterrupted] = [runs(labels, length, PAUSE), runs(labels, length, 0.25)];
    let held = 0;
    for (const [index, cue] of take.cues.entries()) {
      const planned = take.plan.rounds[0]?.cues[index];
      if (!planned) throw new Error("Every cue was planned");
      // Where the take lies in the sound is found anew for each cue; a machine that stalls drops samples, and where it
      // did so within these seconds it cannot be told.
      const from = Math.max(0, Math.round((cue.at - 3) * 100));
      const { start, likeness } = bestStart(recorded.subarray(from, Math.round((cue.at + 1) * 100)), sound);
      if (likeness < 0.8) continue;
      const shift = (start - from) / 100;
      const inSound = (at: number) => (((at + shift) % length) + length) % length;
      const [opens, closes] = [planned.earliest, planned.latest].map((at) => take.goAt + at / 1000);
      const at = inSound(cue.at);
      const [earliest, latest] = [at - (cue.at - (opens ?? 0)), at + ((closes ?? 0) - cue.at)];
      const hadMoment = uninterrupted.some(
        ([begin, end]) => Math.max(begin + TALK, earliest) <= Math.min(end, latest),
      );
      if (!hadMoment) continue;
      held++;
      const speaking = talk.some(([begin, end]) => begin <= at && at <= end + KNOWN_AFTER);
      expect({ cue: cue.at, inSound: at, speaking }).toMatchObject({ speaking: true });
    }
    expect(held).toBeGreaterThanOrEqual(3);
  });
});
