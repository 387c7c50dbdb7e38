import { expect, it } from "vitest";
import { recordableType } from "../../src/recorder/formats.ts";

const records =
  (...types: string[]) =>
  (type: string) =>
    types.includes(type);

it.each([
  ["Chromium", ["audio/mp4;codecs=opus", "audio/webm;codecs=opus"], "audio/webm;codecs=opus"],
  ["Firefox", ["audio/ogg;codecs=opus", "audio/webm;codecs=opus"], "audio/webm;codecs=opus"],
  [
    "Safari 18.4",
    ["audio/mp4", "audio/mp4;codecs=mp4a.40.2", "audio/mp4;codecs=opus"],
    "audio/mp4;codecs=opus",
  ],
  ["an older Safari", ["audio/mp4", "audio/mp4;codecs=mp4a.40.2"], "audio/mp4;codecs=mp4a.40.2"],
  ["one that names no codec", ["audio/mp4"], "audio/mp4"],
  ["one that knows Ogg alone", ["audio/ogg;codecs=opus"], "audio/ogg;codecs=opus"],
])("asks %s for the best it records", (_, types, best) =>
  expect(recordableType(records(...types))).toBe(best),
);

it("asks for nothing where nothing is recorded", () => expect(recordableType(() => false)).toBeNull());
it("never asks for raw samples: an hour would be 340 MB", () =>
  expect(recordableType(records("audio/webm;codecs=pcm", "audio/wav"))).toBeNull());
