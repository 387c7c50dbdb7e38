// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources stand here as strings
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  codeOf,
  cycleFaults,
  edgeFaults,
  exportFaults,
  importsOf,
  isCode,
  lengthFaults,
  pathFaults,
  promiseFaults,
  purityFaults,
  readSources,
  roomFaults,
  type SourceFile,
  touches,
} from "./support/architecture.ts";

const files = readSources(fileURLToPath(new URL("../src", import.meta.url)));

/** Where the rules meet the world, one file each. Everything else that draws nothing is pure. */
const edges = [
  "lib/clock.ts",
  "lib/once.ts",
  "lib/scope.ts",
  "lib/locks.ts",
  "lib/checksum.ts",
  "lib/fileAccess.ts",
  "lib/wakeLock.ts",
  "measure/worker.ts",
  "measure/measureTake.ts",
  "recorder/microphone.ts",
  "recorder/recordrtc.ts",
  "recorder/tap.ts",
  "recorder/tap.worklet.ts",
  "recorder/containers.ts",
  "recorder/decode.ts",
  "recorder/decodeWhole.ts",
  "recorder/finalise.ts",
  "recorder/packets.ts",
  "recorder/decodeExactly.ts",
  "store/database.ts",
  "store/freshLog.ts",
  "store/idb.ts",
  "store/settings.ts",
  "store/backupFolder.ts",
  "store/erase.ts",
  "store/idbShelf.ts",
  "store/ownDecks.ts",
  "store/voices.ts",
  "client/voice.ts",
  "client/synthesis.ts",
  "store/storageManager.ts",
  "prompts/load.ts",
  "prompts/importing/import.worker.ts",
  "prompts/importing/importer.ts",
  "review/exports/remux.ts",
  "review/exports/aac.ts",
];
const edgeFolders = ["store/backup/", "cli/", "screens/", "ui/"];

describe("the house", () => {
  it("is there to be read", () => expect(files.filter(isCode).length).toBeGreaterThan(60));
  it("lets data flow one way, room after room", () => expect(roomFaults(files)).toEqual([]));
  it("keeps the world at its edges", () =>
    expect(purityFaults(files, [...edges, ...edgeFolders])).toEqual([]));
  it("lists no edge that is gone", () => expect(edgeFaults(files, edges)).toEqual([]));
  it("has no files that import each other in a ring", () => expect(cycleFaults(files)).toEqual([]));
  it("names the ending of every file it imports", () => expect(pathFaults(files)).toEqual([]));
  it("has no code file of 300 lines", () => expect(lengthFaults(files.filter(isCode), 300)).toEqual([]));
  it("has no style sheet of 300 lines", () =>
    expect(
      lengthFaults(
        files.filter((file) => !isCode(file)),
        300,
      ),
    ).toEqual([]));
  it("exports by default only what a folder of cue kinds is read for", () =>
    expect(exportFaults(files)).toEqual([]));
  it("leaves nothing to do", () => expect(promiseFaults(files)).toEqual([]));
});

/* Each rule is seen to fail: a rule that cannot is none. */

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join("\n") });
const importing = (path: string, ...specifiers: string[]): SourceFile =>
  file(path, ...specifiers.map((specifier) => `import { it } from "${specifier}";`));

describe("what counts as an import", () => {
  it.each([
    ['import { a } from "./b.ts";', "./b.ts"],
    ['import type { A } from "./b.ts";', "./b.ts"],
    ['import a, { type B } from "./b.ts";', "./b.ts"],
    ['import * as all from "./b.ts";', "./b.ts"],
    ['import {\n  a,\n  b,\n} from "./b.ts";', "./b.ts"],
    ['import "./b.css";', "./b.css"],
    ['export { a } from "./b.ts";', "./b.ts"],
    ['export * from "./b.ts";', "./b.ts"],
    ['const later = () => import("./b.ts");', "./b.ts"],
    ['type B = import("./b.ts").B;', "./b.ts"],
    ['import url from "./b.worklet.ts?worker&url";', "./b.worklet.ts?worker&url"],
    ['new Worker(new URL("./b.ts", import.meta.url));', "./b.ts"],
    ['import.meta.glob<Kind>("./kinds/*.ts", { eager: true });', "./kinds/*.ts"],
  ])("%s", (text, specifier) =>
    expect(importsOf(file("a.ts", text)).map((found) => found.specifier)).toEqual([specifier]),
  );

  it.each([['// import { a } from "./b.ts";'], ['/* import "./b.ts" */'], ["const from = 1;"]])(
    "not %s",
    (text) => expect(importsOf(file("a.ts", text))).toEqual([]),
  );
});

describe("the flow", () => {
  it.each([
    ["deal/deal.ts", "../drill/plan.ts"],
    ["recorder/gaps.ts", "../store/take.ts"],
    ["store/take.ts", "../studio/studio.ts"],
    ["measure/level.ts", "../review/markers.ts"],
    ["drill/drill.ts", "../i18n/words.ts"],
    ["drill/drill.ts", "../ui/Ring.tsx"],
    ["review/Player.tsx", "../screens/App.tsx"],
    ["lib/day.ts", "../prompts/deck.ts"],
    ["ui/Ring.tsx", "../drill/drill.ts"],
    ["i18n/words.ts", "../drill/drill.ts"],
    ["i18n/words.ts", "../prompts/load.ts"],
    ["cli/measure.ts", "../screens/App.tsx"],
    ["cli/measure.ts", "../ui/Ring.tsx"],
    ["screens/App.tsx", "../main.tsx"],
    ["attic/box.ts", "../drill/drill.ts"],
    ["drill/drill.ts", "../../prompts/en/nature.json"],
  ])("stops %s importing %s", (from, to) => expect(roomFaults([importing(from, to)])).toHaveLength(1));

  it("stops what is only a type, only re-exported, or only fetched later", () => {
    for (const text of [
      'import type { Take } from "../store/take.ts";',
      'export { readTake } from "../store/take.ts";',
      'const later = import("../store/take.ts");',
    ])
      expect(roomFaults([file("drill/drill.ts", text)])).toHaveLength(1);
  });

  it.each([
    ["drill/drill.ts", "../cues/kind.ts"],
    ["cues/kind.ts", "../client/mood.ts"],
    ["store/draft.ts", "../recorder/recorder.ts"],
    ["store/draft.ts", "../drill/plan.ts"],
    ["i18n/words.ts", "../prompts/deck.ts"],
    ["ui/Ring.tsx", "../i18n/words.ts"],
    ["screens/App.tsx", "../field/fieldRep.ts"],
    ["main.tsx", "./screens/App.tsx"],
    ["cli/measure.ts", "../measure/level.ts"],
    ["prompts/load.ts", "../../prompts/en/nature.json"],
    ["recorder/gaps.ts", "../lib/units.ts"],
  ])("lets %s import %s", (from, to) => expect(roomFaults([importing(from, to)])).toEqual([]));
});

describe("purity", () => {
  it.each([
    ["import React from 'react';", "react"],
    ['import { createRoot } from "react-dom/client";', "react-dom/client"],
    ['import { get } from "idb-keyval";', "idb-keyval"],
    ['import RecordRTC from "recordrtc";', "recordrtc"],
    ['import regions from "wavesurfer.js/plugins/regions";', "wavesurfer.js/plugins/regions"],
    ['const bunny = await import("mediabunny");', "mediabunny"],
    ['import { readFileSync } from "node:fs";', "node:fs"],
    ["document.title = name;", "document"],
    ["const wide = window.innerWidth;", "window"],
    ["const tongue = navigator?.language;", "navigator"],
    ['indexedDB.open("offscript");', "indexedDB"],
    ['localStorage["seed"] = 1;', "localStorage"],
    ["new AudioContext();", "AudioContext"],
    ["new MediaRecorder(stream);", "MediaRecorder"],
    ["const url = URL.createObjectURL(blob);", "URL.createObjectURL"],
    ["setTimeout(work, 1);", "setTimeout"],
    ["const stop = setInterval;", "setInterval"],
    ["const now = Date.now();", "Date.now"],
    ["const now = new Date();", "new Date()"],
    ["const now = new Date;", "new Date()"],
    ["const now = Date();", "Date()"],
    ["const die = Math.random();", "Math.random"],
    ["const die = [1].map(Math.random);", "Math.random"],
    ["const now = performance.now();", "performance"],
    ['console.log("here");', "console"],
    ['const deck = await fetch("deck.json");', "fetch"],
    ["const where = `${window.name}`;", "window"],
    ["const where = here ? window : null;", "window"],
    ["const where = `a ${`b ${document.title}`}`;", "document"],
    ['const ratio = a / b; const s = "x"; fetch(s); // /', "fetch"],
  ])("sees %s", (text, name) => expect(touches(file("drill/drill.ts", text))).toEqual([name]));

  it.each([
    ["// Date.now() would spoil this"],
    ["/* window\n * document */"],
    ['const label = "the window of a cue";'],
    ["const label = 'console.log()';"],
    ["const label = `a window ${size} wide`;"],
    ["const quote = /[\"'`]/; // window"],
    ["const later = new Date(epoch).toISOString();"],
    ["const { window: frame } = cue;"],
    ["const end = cue.window + plan.document;"],
    ["const windows = 2; const prefetch = fetched;"],
    ["const day = Date.parse(local);"],
  ])("lets %s be", (text) => expect(touches(file("drill/drill.ts", text))).toEqual([]));

  it("asks it of every file that is neither drawn nor an edge", () => {
    const bad = (path: string) => file(path, "fetch(url);");
    const all = [
      "lib/clock.ts",
      "lib/day.ts",
      "store/backup/zip.ts",
      "store/backup.ts",
      "review/Player.tsx",
    ].map(bad);
    expect(purityFaults(all, ["lib/clock.ts", "store/backup/"])).toEqual([
      "lib/day.ts touches fetch",
      "store/backup.ts touches fetch",
    ]);
  });

  it("keeps the lines of code when it takes comments and strings out", () =>
    expect(codeOf('const a = "b"; // c\nconst d = `e${f}g`; /* h */')).toBe(
      'const a = "";  \nconst d = ""f"";  ',
    ));
});

describe("the small rules", () => {
  it("sees an edge that is gone", () =>
    expect(edgeFaults([file("lib/clock.ts")], ["lib/clock.ts", "lib/timer.ts", "store/backup/"])).toEqual([
      "lib/timer.ts is listed as an edge and is not there",
      "store/backup/ is listed as an edge and is not there",
    ]));

  it("sees a ring of two, of three, of types alone; and no ring in a diamond", () => {
    const ring = (...pairs: [string, string][]) =>
      cycleFaults(pairs.map(([from, to]) => importing(from, to)));
    expect(ring(["drill/a.ts", "./b.ts"], ["drill/b.ts", "./a.ts"])).toEqual([
      "import each other: drill/a.ts → drill/b.ts → drill/a.ts",
    ]);
    expect(ring(["c/a.ts", "./b.ts"], ["c/b.ts", "./c.ts"], ["c/c.ts", "./a.ts"])).toHaveLength(1);
    expect(
      cycleFaults([
        file("a.ts", 'import type { B } from "./b.ts";'),
        file("b.ts", 'import { a } from "./a.ts";'),
      ]),
    ).toHaveLength(1);
    const diamond = [
      importing("a.ts", "./b.ts", "./c.ts"),
      importing("b.ts", "./d.ts"),
      importing("c.ts", "./d.ts"),
    ];
    expect(cycleFaults(diamond)).toEqual([]);
  });

  it("sees an import without its ending, and one that leads nowhere", () => {
    expect(pathFaults([importing("drill/a.ts", "./b", "../cues")])).toHaveLength(2);
    expect(pathFaults([importing("drill/a.ts", "./b.ts")])).toEqual([
      "drill/a.ts imports ./b.ts, which is not there",
    ]);
    expect(pathFaults([importing("drill/a.ts", "./b.ts"), file("drill/b.ts")])).toEqual([]);
  });

  it("sees the 300th line", () => {
    const lines = (count: number) => file("a.ts", ...Array.from({ length: count }, () => "x"), "");
    expect(lengthFaults([lines(299)], 300)).toEqual([]);
    expect(lengthFaults([lines(300)], 300)).toEqual(["a.ts has 300 lines"]);
  });

  it("sees a default export where there should be none, and a cue kind without", () => {
    expect(exportFaults([file("drill/a.ts", "export default 1;")])).toHaveLength(1);
    expect(exportFaults([file("drill/a.ts", "export { a as default };")])).toHaveLength(1);
    expect(exportFaults([file("cues/kinds/a.ts", "export const a = 1;")])).toHaveLength(1);
    expect(exportFaults([file("cues/kinds/a.ts", "export default cueKind({});")])).toEqual([]);
  });

  it("sees what was left to do, in comments too", () => {
    const [todo, fixme] = ["TO", "FIX"].map((word, at) => word + ["DO", "ME"][at]);
    expect(promiseFaults([file("a.ts", `// ${todo}: later`), file("b.ts", `/* ${fixme} */`)])).toHaveLength(
      2,
    );
  });
});
