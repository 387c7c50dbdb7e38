import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findChromium, lookForChromium } from "../scripts/chromium.mjs";

vi.setConfig({ testTimeout: 60_000 }); // starting programs is slow on a busy machine, and that is no failure

describe("Chromium", () => {
  const only = (...programs: string[]) => ({ isProgram: (place: string) => programs.includes(place) });

  it("is the one CHROMIUM_PATH names, before any other", () => {
    expect(findChromium({ env: { CHROMIUM_PATH: process.execPath } })).toBe(process.execPath);
  });
  it.each(["/nowhere/chromium", tmpdir(), fileURLToPath(import.meta.url)])(
    "is not looked for elsewhere when CHROMIUM_PATH is wrong: %s",
    (wrong) => {
      expect(() => findChromium({ env: { CHROMIUM_PATH: wrong } })).toThrow(
        `CHROMIUM_PATH is ${wrong}, which is no program that can be run: correct it or unset it.`,
      );
    },
  );
  it("is found where installers put it", () => {
    const linux = { env: {}, platform: "linux" } as const;
    expect(findChromium({ ...linux, ...only("/usr/bin/google-chrome-stable") })).toBe(
      "/usr/bin/google-chrome-stable",
    );
    const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findChromium({ env: {}, platform: "darwin", ...only(mac) })).toBe(mac);
    const mine = `/Users/me${mac}`;
    expect(findChromium({ env: { HOME: "/Users/me" }, platform: "darwin", ...only(mine) })).toBe(mine);
    const windows = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
    const env = { ProgramFiles: "C:\\Program Files" };
    expect(findChromium({ env, platform: "win32", ...only(windows) })).toBe(windows);
  });
  it("is found on the PATH, a possible stub or a confined one last", () => {
    const env = { PATH: "/snap/bin:/home/me/bin::/usr/bin" };
    const all = ["/snap/bin/chromium", "/usr/bin/chromium-browser", "/home/me/bin/google-chrome"];
    const linux = { env, platform: "linux" } as const;
    expect(findChromium({ ...linux, ...only(...all) })).toBe("/home/me/bin/google-chrome");
    expect(findChromium({ ...linux, ...only(...all.slice(0, 2)) })).toBe("/snap/bin/chromium");
    expect(findChromium({ ...linux, ...only("/usr/bin/chromium-browser") })).toBe(
      "/usr/bin/chromium-browser",
    );
  });
  it("is asked for in one sentence when there is none", () => {
    expect(lookForChromium({ env: {}, ...only() })).toBeUndefined();
    expect(() => findChromium({ env: {}, ...only() })).toThrow(
      "The tests need Chrome or Chromium and found neither: install one, or set CHROMIUM_PATH to its program file.",
    );
  });
});

describe("ensure", () => {
  let project = "";
  const at = (...names: string[]) => path.join(project, ...names);
  const stamp = () => at("node_modules", ".lock-sha");

  beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), "offscript-ensure-"));
    cpSync(fileURLToPath(new URL("../scripts", import.meta.url)), at("scripts"), { recursive: true });
    writeFileSync(at("package-lock.json"), "{}");
    writeFileSync(at("npm-cli.js"), `require("node:fs").appendFileSync("asked", process.argv[2] + "\\n")`);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  /** Runs it in the project, with an npm that only notes what it was asked for. */
  function ensure({ args = [] as string[], node = [] as string[], env = {} as NodeJS.ProcessEnv } = {}) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...node, at("scripts", "ensure.mjs"), ...args],
      {
        encoding: "utf8",
        env: { ...process.env, npm_execpath: at("npm-cli.js"), ...env },
      },
    );
    return { status, stdout, stderr };
  }
  const quiet = { status: 0, stdout: "", stderr: "" };
  const installed = { ...quiet, stdout: "Installing what package-lock.json lists; this happens once…\n" };
  const asked = () => (existsSync(at("asked")) ? readFileSync(at("asked"), "utf8") : "");

  it("installs once, and then says nothing until the lock changes", () => {
    expect(ensure()).toEqual(installed);
    expect(ensure()).toEqual(quiet);
    writeFileSync(at("package-lock.json"), '{ "name": "other" }');
    expect(ensure()).toEqual(installed);
    expect(ensure()).toEqual(quiet);
    expect(asked()).toBe("ci\nci\n");
  });
  it("does not take a broken install for a finished one", () => {
    ensure();
    writeFileSync(at("package-lock.json"), '{ "name": "other" }');
    writeFileSync(at("npm-cli.js"), "process.exit(7)");
    expect(ensure()).toMatchObject({
      status: 1,
      stderr: "The packages could not be installed: npm ci ended with exit code 7 and said why above.\n",
    });
    expect(existsSync(stamp())).toBe(false);
  });
  it("does not ask pnpm or yarn for what only npm can do", () => {
    writeFileSync(at("pnpm.cjs"), `require("node:fs").appendFileSync("asked", "pnpm")`);
    ensure({ env: { npm_execpath: at("pnpm.cjs"), PATH: project } });
    expect(asked()).toBe("");
  });
  it.each([
    ["20.18.3", 1],
    ["18.20.0", 1],
    ["20.19.0", 0],
    ["22.11.0", 1],
    ["22.12.0", 0],
    ["24.0.0", 0],
  ])("under Node %s ends with %i", (version, status) => {
    const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"${version}"}})`;
    const ended = ensure({ node: ["--import", pretend] });
    expect(ended.status).toBe(status);
    if (status === 1) {
      expect(ended.stderr).toBe(
        `Offscript needs Node 20.19 or later, or 22.12 or later, and this is ${version}: get a newer one at https://nodejs.org.\n`,
      );
    }
  });
  it("looks for the browser only when told to, and says in one sentence that CHROMIUM_PATH is wrong", () => {
    ensure();
    const env = { CHROMIUM_PATH: "/nowhere/chromium" };
    expect(ensure({ env })).toEqual(quiet);
    expect(ensure({ env, args: ["--browser"] })).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "CHROMIUM_PATH is /nowhere/chromium, which is no program that can be run: correct it or unset it.\n",
    });
    expect(ensure({ env: { CHROMIUM_PATH: process.execPath }, args: ["--browser"] })).toEqual(quiet);
  });
});
