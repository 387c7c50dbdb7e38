/** What we ask of the machine we run on: who holds a port, and how a page is opened. */
import { execFile } from "node:child_process";
import { request } from "node:http";

/**
 * Whether the program listening there is Offscript.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isOffscript(host, port) {
  return new Promise((resolve) => {
    const asking = request({ host, port, method: "HEAD", timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.headers.server === "Offscript");
    });
    asking.on("timeout", () => asking.destroy());
    asking.on("error", () => resolve(false)); // not a web server, or a mute one
    asking.end();
  });
}

/** @typedef {{ name: string, pid: string }} Holder */

/**
 * How each tool is asked, and how its answer is read. The first that knows is believed.
 * @type {readonly { tool: string, args: (port: number) => string[], read: (said: string, port: number) => Holder | undefined }[]}
 */
export const PORT_TOOLS = [
  {
    tool: "lsof",
    args: (port) => ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"],
    read: (said) => {
      const [, pid, name] = said.match(/^p(\d+)\nc(.+)$/m) ?? [];
      return pid && name ? { name, pid } : undefined;
    },
  },
  {
    tool: "ss",
    args: (port) => ["-Hltnp", `sport = :${port}`],
    read: (said) => {
      const [, name, pid] = said.match(/users:\(\("(.+?)",pid=(\d+)/) ?? [];
      return pid && name ? { name, pid } : undefined;
    },
  },
  {
    tool: "netstat", // Linux
    args: () => ["-ltnp"],
    read: (said, port) => {
      const line = said.split("\n").find((each) => each.trim().split(/\s+/)[3]?.endsWith(`:${port}`));
      const [, pid, name] = line?.match(/\s(\d+)\/(.+?)\s*$/) ?? [];
      return pid && name ? { name, pid } : undefined;
    },
  },
  {
    tool: "netstat", // Windows; the state is a word in the system's language, the open far end is not
    args: () => ["-ano"],
    read: (said, port) => {
      for (const line of said.split("\n")) {
        const [kind, near, far, , pid] = line.trim().split(/\s+/);
        const listens = kind === "TCP" && (far === "0.0.0.0:0" || far === "[::]:0");
        if (listens && near?.endsWith(`:${port}`) && pid) return { name: "a program", pid };
      }
      return undefined;
    },
  },
];

/**
 * What a tool prints, or nothing when it is not installed, refuses, or takes too long.
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<string>}
 */
const ask = (tool, args) =>
  new Promise((resolve) => {
    execFile(tool, args, { timeout: 3_000, windowsHide: true }, (_, said) => resolve(said));
  });

/**
 * Who listens on a port, in words: "vite (process 4711)", or "another program" where nobody can say.
 * @param {number} port
 * @returns {Promise<string>}
 */
export async function holderOf(port) {
  for (const { tool, args, read } of PORT_TOOLS) {
    const holder = read(await ask(tool, args(port)), port);
    if (holder) return `${holder.name} (process ${holder.pid})`;
  }
  return "another program";
}

/**
 * The command that opens a page in the user's browser, or nothing where no user sits in front of a desktop.
 * @param {string} url
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isTTY: boolean }} machine
 * @returns {[tool: string, args: string[]] | undefined}
 */
export function opener(url, { platform, env, isTTY }) {
  if (!isTTY || env.CI) return undefined;
  if (platform === "darwin") return ["open", [url]];
  if (platform === "win32") return ["cmd", ["/c", "start", "", url]]; // the empty one is start's window title
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", [url]] : undefined;
}
