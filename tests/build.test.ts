import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 }); // starting programs is slow on a busy machine, and that is no failure

const root = fileURLToPath(new URL("..", import.meta.url));
let project = "";
const at = (...names: string[]) => path.join(project, ...names);

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), "offscript-build-"));
  mkdirSync(at("src", "deep"), { recursive: true });
  cpSync(path.join(root, "scripts", "build.mjs"), at("scripts", "build.mjs"));
  symlinkSync(path.join(root, "node_modules"), at("node_modules"), "junction");
  writeFileSync(at("package.json"), '{ "type": "module" }');
  writeFileSync(at("index.html"), '<!doctype html><script type="module" src="/src/main.ts"></script>');
  writeFileSync(at("src", "main.ts"), 'import "./deep/word.ts";');
  writeFileSync(at("src", "deep", "word.ts"), 'document.title = import.meta.env.PROD ? "one" : "slow";');
});
afterAll(() => rmSync(project, { recursive: true }));

function build(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at("scripts", "build.mjs")], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}
const built = { status: 0, stdout: expect.stringMatching(/^Built Offscript in \d+\.\d s\.\n$/), stderr: "" };
const skipped = { status: 0, stdout: "", stderr: "" };

it("builds once, for production, says so in one line, and then leaves it at that", () => {
  expect(build({ NODE_ENV: "test" })).toEqual(built);
  const [, script = ""] = /src="\/(assets\/.+?)"/.exec(readFileSync(at("dist", "index.html"), "utf8")) ?? [];
  expect(readFileSync(at("dist", script), "utf8")).toContain("one");
  expect(build()).toEqual(skipped);
});
it("builds again when a file anywhere below src has changed, is new, renamed or gone", () => {
  writeFileSync(at("src", "deep", "word.ts"), 'document.title = "two";');
  expect(build()).toEqual(built);
  writeFileSync(at("src", "deep", "more.ts"), "export {};");
  expect(build()).toEqual(built);
  renameSync(at("src", "deep", "more.ts"), at("src", "deep", "most.ts"));
  expect(build()).toEqual(built);
  rmSync(at("src", "deep", "most.ts"));
  expect(build()).toEqual(built);
  expect(build()).toEqual(skipped);
});
it("builds again when what it built is gone", () => {
  rmSync(at("dist", "index.html"));
  expect(build()).toEqual(built);
});
it("says in full what is wrong, every time, until it is right", () => {
  writeFileSync(at("src", "main.ts"), 'import "./nowhere.ts";');
  for (const _ of ["first", "second"]) {
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toContain("./nowhere.ts");
    expect(stderr).toContain("main.ts");
  }
  expect(existsSync(at("dist", ".source-sha"))).toBe(false);
});
