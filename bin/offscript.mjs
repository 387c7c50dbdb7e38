#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { holderOf, isOffscript, opener } from "./machine.mjs";
import { serve } from "./serve.mjs";

/**
 * Browsers keep recordings by address, port included. So the port is the same every time, and when it is taken we say
 * so: moving on to the next free one would look as if every take were gone.
 */
const PORT = 4173;

/** A sentence for the user, instead of a stack. */
class Refusal extends Error {}

function askedPort() {
  const asked = process.env.PORT?.trim();
  if (!asked) return PORT;
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT must be a whole number from 1 to 65535, and ${JSON.stringify(asked)} is not.`);
}

/**
 * @param {unknown} error what `serve` rejected with
 * @param {number} port
 * @returns {Promise<unknown>} nothing when there is no need to do anything
 */
async function explain(error, port) {
  if (!(error instanceof Error && "code" in error)) return error;
  const next = port < 65_535 ? port + 1 : PORT;
  const start = process.platform === "win32" ? `$env:PORT=${next}; npm start` : `PORT=${next} npm start`;
  const warning = "takes recorded at one port are not seen at another";
  if (error.code === "EACCES") {
    return new Refusal(`Port ${port} may not be used by this account: use \`${start}\`, but ${warning}.`);
  }
  if (error.code !== "EADDRINUSE") return error;
  if (await isOffscript("address" in error ? String(error.address) : "localhost", port)) return undefined;
  const holder = await holderOf(port);
  return new Refusal(`Port ${port} is taken by ${holder}: stop it, or use \`${start}\`, but ${warning}.`);
}

/** @param {string} url */
function open(url) {
  const command = opener(url, { platform: process.platform, env: process.env, isTTY: process.stdout.isTTY });
  if (!command) return;
  const browser = spawn(...command, { detached: true, stdio: "ignore" });
  browser.on("error", () => {}); // the address is printed; nothing is lost
  browser.unref();
}

async function main() {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== "--no-open")) {
    throw new Refusal(
      "Usage: offscript [--no-open], with PORT in the environment for another port than 4173.",
    );
  }
  const port = askedPort();
  const dir = fileURLToPath(new URL("../dist", import.meta.url));
  if (!existsSync(path.join(dir, "index.html"))) {
    throw new Refusal("Offscript has not been built yet: run `npm start`, or `npm run build` first.");
  }
  const server = await serve({ dir, port }).catch(async (error) => {
    const why = await explain(error, port);
    if (why !== undefined) throw why;
  });
  if (!server) {
    console.log(`Offscript is already running at http://localhost:${port}: open that address.`);
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, server.close);
  console.log(`Offscript is at ${server.url} (Ctrl+C stops it)`);
  if (option !== "--no-open") open(server.url);
}

main().catch((error) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
