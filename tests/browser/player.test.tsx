import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { AudioBufferSource, BufferTarget, Output, WebMOutputFormat } from "mediabunny";
import { StrictMode } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { player as words } from "../../src/i18n/en/player.ts";
import { player as chinese } from "../../src/i18n/zh-CN/player.ts";
import { PeakBuilder } from "../../src/measure/peaks.ts";
import {
  barHeights,
  clock,
  type Marker,
  markerAt,
  nextCue,
  PATTERNS,
  patternOf,
  percentAt,
  previousCue,
  stamp,
  timeAt,
  toMarkers,
} from "../../src/review/markers.ts";
import { Player } from "../../src/review/Player.tsx";
import type { TakeCue } from "../../src/store/take.ts";

type Sound = Readonly<{ audio: Blob; peaks: Float32Array; length: number }>;

const cue = (kind: string, at: number, until: number | null, said?: string): TakeCue => ({
  kind,
  at,
  until,
  line: said === undefined ? null : { deck: "en/saas", cue: kind, text: said },
  origin: "plan",
});
const cues = [
  cue("blank", 8, 10.5),
  cue("cut-in", 4, 6, "Your competitor quoted us less."),
  cue("phone", 11, null),
];
const names: Record<string, string> = { "cut-in": "Cut-in", blank: "Blank" };
const cueName = (kind: string) => names[kind] ?? kind;

const LENGTH = 12;
let encoded: Sound;
let recorded: Sound;
beforeAll(async () => {
  encoded = await encode(LENGTH);
  recorded = await record(3);
}, 30_000);

/** A tone that is on for every other half second. */
async function encode(length: number): Promise<Sound> {
  const samples = Float32Array.from({ length: length * 48_000 }, (_, i) =>
    Math.floor(i / 24_000) % 2 === 0 ? 0.2 * Math.sin(i / 20) : 0,
  );
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: 48_000 });
  buffer.copyToChannel(samples, 0);
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new AudioBufferSource({ codec: "opus", bitrate: 32_000 });
  output.addAudioTrack(source);
  await output.start();
  await source.add(buffer);
  source.close();
  await output.finalize();
  const audio = new Blob([target.buffer ?? new ArrayBuffer()], { type: "audio/webm;codecs=opus" });
  return { audio, length, peaks: peaksOf(samples, length) };
}

/** As a browser records it: live WebM, whose element says that it lasts for ever. */
async function record(length: number): Promise<Sound> {
  const context = new AudioContext({ sampleRate: 48_000 });
  const oscillator = new OscillatorNode(context);
  const destination = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(destination);
  oscillator.start();
  const recorder = new MediaRecorder(destination.stream, { mimeType: "audio/webm;codecs=opus" });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start(500);
  await new Promise((resolve) => setTimeout(resolve, length * 1000));
  recorder.stop();
  await stopped;
  const audio = new Blob(chunks, { type: recorder.mimeType });
  const decoded = await context.decodeAudioData(await audio.arrayBuffer());
  await context.close();
  return { audio, length: decoded.duration, peaks: peaksOf(decoded.getChannelData(0), decoded.duration) };
}

function peaksOf(samples: Float32Array, length: number): Float32Array {
  const builder = new PeakBuilder(length);
  builder.add(0, samples, 48_000);
  return builder.peaks();
}

const show = (sound: Sound = encoded, some: readonly TakeCue[] = cues) =>
  render(<Player {...sound} cues={some} cueName={cueName} words={words} />);

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const slider = () => screen.getByRole<HTMLInputElement>("slider");
const position = () => slider().valueAsNumber;
const seek = (time: number) => fireEvent.change(slider(), { target: { value: String(time) } });
/** A take is drawn, and can be sought in, a moment after it appears. */
const isDrawn = () => soon(() => expect(drawn().size).toBeGreaterThan(0));
const soon = <T,>(check: () => T) => vi.waitFor(check, { timeout: 6000, interval: 30 });

/** Inside wavesurfer's shadow root. */
function inside(selector: string): Element[] {
  const host = document.querySelector(".player-wave > div");
  return [...(host?.shadowRoot?.querySelectorAll(selector) ?? [])];
}

/** Colours of the drawn pixels, as `r,g,b`, of the bars not played yet. */
function drawn(): Set<string> {
  const colours = new Set<string>();
  for (const canvas of inside(".canvases canvas")) {
    if (!(canvas instanceof HTMLCanvasElement)) continue;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
  }
  return colours;
}

/** The sound elements that were asked to play. */
let played: HTMLMediaElement[] = [];
const errors: unknown[] = [];
beforeEach(() => {
  played = [];
  errors.length = 0;
  const play = HTMLMediaElement.prototype.play;
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (this: HTMLMediaElement) {
    played.push(this);
    return play.call(this);
  });
  vi.spyOn(console, "error").mockImplementation((...args) => errors.push(args));
});
afterEach(async () => {
  cleanup();
  await setScheme("light");
  vi.restoreAllMocks();
  expect(errors).toEqual([]);
});

const setScheme = (value: "light" | "dark") =>
  (cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> }).send(
    "Emulation.setEmulatedMedia",
    { features: [{ name: "prefers-color-scheme", value }] },
  );

describe("the waveform", () => {
  it("is drawn", async () => {
    show();
    await isDrawn();
  });

  it("is drawn once in StrictMode, which mounts everything twice", async () => {
    render(
      <StrictMode>
        <Player {...encoded} cues={cues} cueName={cueName} words={words} />
      </StrictMode>,
    );
    await isDrawn();
    expect(document.querySelectorAll(".player-wave > div")).toHaveLength(1);
    await soon(() => expect(inside('[part~="region"]')).toHaveLength(2));
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.3));
  });

  it("shows every cue where it was heard, a cue without end as a line", async () => {
    show();
    await soon(() => expect(inside('[part~="region"]')).toHaveLength(2));
    const { left, width } = slider().getBoundingClientRect();
    const places = inside('[part~="region"]').map((region) => {
      const box = region.getBoundingClientRect();
      return [box.left, box.right].map((x) => ((x - left) / width) * LENGTH);
    });
    expect(places.flat().map((time) => Math.round(time * 10) / 10)).toEqual([4, 6, 8, 10.5]);
    expect(inside('[part~="marker"]')).toHaveLength(1);
  });

  it("is painted anew when the system turns dark", async () => {
    show();
    await isDrawn();
    const before = [...drawn()];
    await setScheme("dark");
    await soon(() => expect([...drawn()]).not.toEqual(before));
  });

  it("hands the page's nonce to wavesurfer's style", async () => {
    const meta = document.createElement("meta");
    meta.name = "csp-nonce";
    meta.content = "abc";
    document.head.append(meta);
    show();
    expect(inside("style").map((style) => (style as HTMLStyleElement).nonce)).toEqual(["abc"]);
    meta.remove();
  });

  it("follows the new take when it is given another", async () => {
    const { rerender } = show();
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.3));
    rerender(<Player {...recorded} cues={[]} cueName={cueName} words={words} />);
    await soon(() => expect(button(words.play)).toBeTruthy());
    expect(position()).toBe(0);
    expect(played[0]?.paused).toBe(true);
    expect(document.querySelectorAll(".player-wave > div")).toHaveLength(1);
    await isDrawn();
    expect(inside('[part~="region"]')).toEqual([]);
  });

  it("is a line, and the take still plays, when its peaks are lost", async () => {
    show({ ...encoded, peaks: new Float32Array() });
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.3));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("playing", () => {
  it("moves on while it plays and stands still when paused", async () => {
    show();
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.5));
    await userEvent.click(button(words.pause));
    await soon(() => expect(button(words.play)).toBeTruthy());
    const at = position();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(position()).toBe(at);
  });

  it("plays a live recording to its end, and from the start again", async () => {
    show(recorded, []);
    await isDrawn();
    seek(recorded.length - 0.6);
    await userEvent.click(button(words.play));
    await soon(() => expect(played).toHaveLength(1));
    await soon(() => expect(button(words.play)).toBeTruthy());
    await soon(() => expect(position()).toBeCloseTo(recorded.length, 0));
    await userEvent.click(button(words.play));
    await soon(() => expect(played).toHaveLength(2));
    await soon(() => expect(position()).toBeLessThan(recorded.length / 2));
  });

  it("plays from the start when it was left just before the end", async () => {
    show();
    await isDrawn();
    seek(LENGTH - 0.05);
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeLessThan(LENGTH / 2));
    expect(button(words.pause)).toBeTruthy();
  });

  it("keeps the cue that is heard in view of a long list, without moving the page", async () => {
    const many = Array.from({ length: 40 }, (_, i) => cue("cut-in", i * 0.3, i * 0.3 + 0.3));
    show(encoded, many);
    await isDrawn();
    seek(9);
    await userEvent.click(button(words.play));
    await soon(() => expect(screen.getByRole("list").scrollTop).toBeGreaterThan(500));
    const item = document.querySelector(".player-cue[aria-current]")?.getBoundingClientRect();
    const list = screen.getByRole("list").getBoundingClientRect();
    expect(item?.top).toBeGreaterThanOrEqual(list.top);
    expect(item?.bottom).toBeLessThanOrEqual(list.bottom);
    expect(window.scrollY).toBe(0);
  });

  it("takes the stored length, whatever the recording says", async () => {
    const probe = new Audio(URL.createObjectURL(recorded.audio));
    await soon(() => expect(probe.duration).toBe(Number.POSITIVE_INFINITY));
    URL.revokeObjectURL(probe.src);
    show(recorded, []);
    expect(slider().max).toBe(String(recorded.length));
    expect(slider().getAttribute("aria-valuetext")).toBe(words.position("0:00.0", clock(recorded.length)));
    await isDrawn();
    seek(recorded.length / 2);
    const cursor = inside(".cursor")[0]?.getBoundingClientRect();
    const { left, width } = slider().getBoundingClientRect();
    expect(((cursor?.left ?? 0) - left) / width).toBeCloseTo(0.5, 1);
  });

  it("takes the stored length, also when the recording is longer", async () => {
    show({ ...encoded, length: 8 });
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.3)); // by now the element knows its own
    await userEvent.click(button(words.pause));
    seek(4);
    const cursor = inside(".cursor")[0]?.getBoundingClientRect();
    const { left, width } = slider().getBoundingClientRect();
    expect(((cursor?.left ?? 0) - left) / width).toBeCloseTo(0.5, 1);
  });

  it("changes speed and keeps the pitch", async () => {
    show();
    await userEvent.click(screen.getByRole("radio", { name: words.speedValue(1.5) }));
    await userEvent.click(button(words.play));
    await soon(() => expect(played[0]?.playbackRate).toBe(1.5));
    expect(played[0]?.preservesPitch).toBe(true);
  });

  it("starts 1.5 s before a cue that is picked from the list, and points it out", async () => {
    show();
    await userEvent.click(screen.getByRole("button", { name: /Cut-in/ }));
    await soon(() => expect(button(words.pause)).toBeTruthy());
    expect(position()).toBeGreaterThanOrEqual(2.5);
    expect(position()).toBeLessThan(4);
    await soon(() => expect(screen.getByRole("button", { name: /Cut-in/ }).ariaCurrent).toBe("true"));
  });

  it("says nothing and waits when the browser refuses to play", async () => {
    vi.mocked(HTMLMediaElement.prototype.play).mockRejectedValue(new DOMException("", "NotAllowedError"));
    show();
    await userEvent.click(button(words.play));
    await userEvent.click(screen.getByRole("button", { name: /Cut-in/ }));
    expect(button(words.play).disabled).toBe(false);
    expect(position()).toBe(2.5);
  });

  it("lets go of everything when it disappears while it plays", async () => {
    const made = vi.spyOn(URL, "createObjectURL");
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    const listening = vi.spyOn(document, "addEventListener");
    const stopped = vi.spyOn(document, "removeEventListener");
    const { unmount } = show();
    await userEvent.click(button(words.play));
    await soon(() => expect(position()).toBeGreaterThan(0.3));
    unmount();
    const frames = vi.spyOn(window, "requestAnimationFrame");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made.mock.results.map(({ value }) => value)).toEqual(revoked.mock.calls.map(([url]) => url));
    expect(made).toHaveBeenCalled();
    expect(played[0]?.paused).toBe(true);
    expect(played[0]?.getAttribute("src")).toBeNull();
    expect(frames).not.toHaveBeenCalled();
    const keys = (spy: { mock: { calls: unknown[][] } }) =>
      spy.mock.calls.filter(([type]) => type === "keydown").length;
    expect(keys(listening)).toBe(1);
    expect(keys(stopped)).toBe(1);
  });
});

describe("the keyboard", () => {
  it("seeks 3 s with the arrows, never beyond the ends", async () => {
    show();
    await isDrawn();
    for (const [key, at] of [
      ["ArrowRight", 3],
      ["ArrowRight", 6],
      ["ArrowLeft", 3],
      ["ArrowLeft", 0],
      ["ArrowLeft", 0],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      expect(position()).toBe(at);
    }
    slider().focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(position()).toBe(3);
    await userEvent.keyboard("{End}{ArrowRight}");
    expect(position()).toBe(LENGTH);
  });

  it("seeks with the buttons, too", async () => {
    show();
    await isDrawn();
    seek(6);
    await userEvent.click(button(words.forward));
    expect(position()).toBe(9);
    await userEvent.click(button(words.back));
    expect(position()).toBe(6);
  });

  it("goes from cue to cue with Shift and the arrows", async () => {
    show();
    await isDrawn();
    for (const [key, at] of [
      ["ArrowRight", 2.5],
      ["ArrowRight", 6.5],
      ["ArrowRight", 9.5],
      ["ArrowRight", 9.5],
      ["ArrowLeft", 6.5],
    ] as const) {
      await userEvent.keyboard(`{Shift>}{${key}}{/Shift}`);
      expect(position()).toBe(at);
    }
  });

  it("plays and pauses with Space, on the page, on the slider and on a speed", async () => {
    show();
    await isDrawn();
    await userEvent.keyboard(" ");
    await soon(() => expect(button(words.pause)).toBeTruthy());
    slider().focus();
    await userEvent.keyboard(" ");
    await soon(() => expect(button(words.play)).toBeTruthy());
    await userEvent.click(screen.getByRole("radio", { name: words.speedValue(2) }));
    await userEvent.keyboard(" ");
    await soon(() => expect(button(words.pause)).toBeTruthy());
  });

  it("leaves Space to buttons and every key to what is outside", async () => {
    render(
      <>
        <textarea aria-label="Notes" />
        <button type="button">Elsewhere</button>
        <Player {...encoded} cues={cues} cueName={cueName} words={words} />
      </>,
    );
    await isDrawn();
    seek(6);
    screen.getByRole("textbox").focus();
    await userEvent.keyboard("a b{ArrowLeft}");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("a b");
    button("Elsewhere").focus();
    await userEvent.keyboard(" {ArrowLeft}");
    expect(position()).toBe(6);
    button(words.back).focus();
    await userEvent.keyboard(" ");
    expect(position()).toBe(3);
    expect(played).toEqual([]);
    button(words.play).focus();
    await userEvent.keyboard(" ");
    await soon(() => expect(button(words.pause)).toBeTruthy());
    expect(played).toHaveLength(1);
  });

  it("puts the focus on the play button when asked", () => {
    render(<Player {...encoded} cues={cues} cueName={cueName} words={words} autoFocus />);
    expect(document.activeElement).toBe(button(words.play));
  });
});

describe("a take whose sound is lost", () => {
  const noise = () => crypto.getRandomValues(new Uint8Array(5000));
  for (const [what, audio] of [
    ["missing", () => new Blob([], { type: "audio/webm" })],
    ["overwritten", () => new Blob([noise()], { type: "audio/webm;codecs=opus" })],
    ["cut off in its head", () => encoded.audio.slice(0, 60, encoded.audio.type)],
  ] as const) {
    it(`says so and still lists the cues when the sound is ${what}`, async () => {
      show({ ...encoded, audio: audio() });
      await soon(() => expect(screen.getByRole("alert").textContent).toBe(words.damaged));
      for (const name of [words.play, words.back, words.forward]) expect(button(name).disabled).toBe(true);
      expect(slider().disabled).toBe(true);
      expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
        expect.stringContaining("Cut-in “Your competitor quoted us less.”"),
        expect.stringContaining("Blank"),
        expect.stringContaining("phone"),
      ]);
      await userEvent.keyboard(" {ArrowRight}");
      expect(position()).toBe(0);
      expect(played).toEqual([]);
    });
  }

  it("says so when it has no length", async () => {
    show({ ...encoded, length: 0 });
    await soon(() => expect(screen.getByRole("alert")).toBeTruthy());
  });
});

describe("everyone can use it", () => {
  const violations = async () => {
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  };
  for (const scheme of ["light", "dark"] as const) {
    it(`has nothing for axe to find in ${scheme}`, async () => {
      await setScheme(scheme);
      render(
        <main>
          <h1>Take</h1>
          <Player {...encoded} cues={cues} cueName={cueName} words={words} />
        </main>,
      );
      await isDrawn();
      seek(4.5); // a cue is pointed out
      expect(await violations()).toEqual([]);
    });
  }

  it("has nothing for axe to find when the sound is lost", async () => {
    render(
      <main>
        <h1>录音</h1>
        <Player {...encoded} audio={new Blob()} cues={cues} cueName={cueName} words={chinese} />
      </main>,
    );
    await soon(() => expect(screen.getByRole("alert")).toBeTruthy());
    expect(await violations()).toEqual([]);
  });

  it("has targets of 44 px or more, at 320 px, too", async () => {
    for (const width of [280, 700]) {
      const { container, unmount } = show();
      container.style.width = `${width}px`;
      const targets = [
        ...within(container).getAllByRole("button"),
        ...container.querySelectorAll(".player-speed"),
      ];
      for (const target of targets) {
        const box = target.getBoundingClientRect();
        expect(Math.min(box.width, box.height), target.textContent ?? "").toBeGreaterThanOrEqual(44);
      }
      expect(container.scrollWidth).toBe(container.clientWidth);
      unmount();
    }
  });
});

describe("markers", () => {
  const markers = toMarkers(cues, LENGTH);
  const kinds = (found: Marker | undefined) => found?.kind;

  it("come in the order in which they are heard, inside the take", () => {
    expect(markers.map(({ id, start, end }) => [id, start, end])).toEqual([
      ["cue-1", 4, 6],
      ["cue-0", 8, 10.5],
      ["cue-2", 11, null],
    ]);
    expect(toMarkers([cue("blank", 11, 15), cue("blank", 13, 15)], LENGTH)).toMatchObject([
      { start: 11, end: 12 },
      { start: 12, end: null },
    ]);
  });

  it("tell kinds apart without colour, also kinds that came later", () => {
    const own = ["cut-in", "cold-stare", "wrong-face", "blank"].map(patternOf);
    expect(new Set(own).size).toBe(4);
    expect(own).not.toContain(patternOf("phone"));
    for (const kind of ["phone", "door", ""]) expect(patternOf(kind)).toBeLessThan(PATTERNS);
  });

  it("are found by time", () => {
    expect(kinds(markerAt(markers, 3.99))).toBeUndefined();
    expect(kinds(markerAt(markers, 4))).toBe("cut-in");
    expect(kinds(markerAt(markers, 6))).toBeUndefined();
    expect(kinds(markerAt(markers, 11.2))).toBe("phone");
    expect(kinds(markerAt(toMarkers([cue("a", 1, 9), cue("b", 2, 3)], 9), 2.5))).toBe("b");
  });

  it("are jumped to from where one is", () => {
    expect(kinds(nextCue(markers, 0))).toBe("cut-in");
    expect(kinds(nextCue(markers, 2.5))).toBe("blank");
    expect(kinds(nextCue(markers, 9.5))).toBeUndefined();
    expect(kinds(previousCue(markers, 9.9))).toBe("blank");
    expect(kinds(previousCue(markers, 6.9))).toBe("cut-in");
    expect(kinds(previousCue(markers, 2.5))).toBeUndefined();
  });

  it("lie where their time is", () => {
    expect(percentAt(3, LENGTH)).toBe(25);
    expect(percentAt(99, LENGTH)).toBe(100);
    expect(percentAt(1, 0)).toBe(0);
    expect(timeAt(0.25, LENGTH)).toBe(3);
    expect(timeAt(-1, LENGTH)).toBe(0);
  });

  it("read as a clock does, never ahead of the sound", () => {
    expect([0, 0.3, 9.99, 59.99, 60, 72.39, 3661, Number.NaN, -1].map(clock)).toEqual([
      "0:00.0",
      "0:00.3",
      "0:09.9",
      "0:59.9",
      "1:00.0",
      "1:12.3",
      "61:01.0",
      "0:00.0",
      "0:00.0",
    ]);
    expect([0, 59.99, 72.39].map(stamp)).toEqual(["0:00", "0:59", "1:12"]);
  });

  it("stand on bars that a quiet take fills, a knock does not press flat, and a silent one leaves low", () => {
    const speech = Float32Array.from({ length: 3000 }, (_, i) => (i % 100 < 60 ? 0.1 : 0.01));
    expect(Math.max(...barHeights(speech))).toBeCloseTo(1);
    const knocked = speech.with(1500, 1);
    expect(barHeights(knocked)[0]).toBeGreaterThan(0.9);
    expect(Math.max(...barHeights(new Float32Array(3000).fill(0.002)))).toBeLessThan(0.1);
    expect([...barHeights(new Float32Array())]).toEqual([0]);
    expect(barHeights(new Float32Array(2))).toHaveLength(2);
  });
});
