import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Machine what is looked at; tests hand in another one
 * @property {NodeJS.ProcessEnv} [env]
 * @property {NodeJS.Platform} [platform]
 * @property {(path: string) => boolean} [isProgram]
 */

const NAMES = ["chromium", "google-chrome-stable", "google-chrome", "chrome", "chromium-browser"];

/**
 * Where an installer puts Chrome or Chromium, the likeliest first. Snap comes late because its confinement hides
 * the temporary profile a test gives it; `chromium-browser` is last because on Ubuntu it may be an empty stub.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function places(env, platform) {
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    // Edge is Chromium too, and no Windows comes without it.
    return [
      "Google/Chrome/Application/chrome.exe",
      "Chromium/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ].flatMap((tail) => roots.map((root) => path.win32.join(root, tail)));
  }
  const onPath = (env.PATH ?? "")
    .split(":")
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => path.posix.join(folder, name)));
  if (platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Google Chrome for Testing"].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
    const home = env.HOME;
    return [...apps, ...(home ? apps.map((app) => home + app) : []), ...onPath];
  }
  return [
    "/usr/bin/chromium",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/lib/chromium/chromium",
    ...onPath.filter((place) => !place.endsWith("/chromium-browser") && !place.startsWith("/snap/")),
    "/snap/bin/chromium",
    ...onPath,
  ];
}

/** @param {string} place */
function isProgramHere(place) {
  try {
    accessSync(place, constants.X_OK);
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

/**
 * The Chromium on this machine, or nothing. `CHROMIUM_PATH` decides alone when it is set: quietly testing in another
 * browser than the one asked for would be worse than stopping, so a wrong one throws.
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function lookForChromium({
  env = process.env,
  platform = process.platform,
  isProgram = isProgramHere,
} = {}) {
  const asked = env.CHROMIUM_PATH;
  if (!asked) return places(env, platform).find(isProgram);
  if (isProgram(asked)) return asked;
  throw new Error(`CHROMIUM_PATH is ${asked}, which is no program that can be run: correct it or unset it.`);
}

/**
 * The Chromium on this machine. Throws one sentence that says what to do when there is none.
 * @param {Machine} [machine]
 * @returns {string}
 */
export function findChromium(machine) {
  const found = lookForChromium(machine);
  if (found !== undefined) return found;
  throw new Error(
    "The tests need Chrome or Chromium and found neither: install one, or set CHROMIUM_PATH to its program file.",
  );
}
