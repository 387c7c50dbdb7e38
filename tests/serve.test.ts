import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect, createServer as createSocketServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serve } from "../bin/serve.mjs";

vi.setConfig({ testTimeout: 60_000 }); // starting programs is slow on a busy machine, and that is no failure

const bin = fileURLToPath(new URL("../bin", import.meta.url));
const PAGE = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>`;

/** A folder as `npm pack` would lay it out, with a secret next to what may be seen. */
let home = "";
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "offscript-serve-"));
  cpSync(bin, path.join(home, "bin"), { recursive: true });
  mkdirSync(path.join(home, "dist", "assets"), { recursive: true });
  mkdirSync(path.join(home, "dist-old"));
  const files = {
    "secret.txt": "secret",
    "dist-old/secret.txt": "secret",
    "dist/.source-sha": "secret",
    "dist/index.html": PAGE,
    "dist/tap.js": "registerProcessor()",
    "dist/说明 a.txt": "说明",
    "dist/assets/index-abc123.js": "const 题 = 1;",
    "dist/assets/data.unknown": "?",
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(home, file), content);
  // What Windows would read as a way out is an ordinary name elsewhere, so that the rule can be seen at work here.
  if (path.sep === "/") {
    for (const name of ["back\\slash.txt", "C:drive.txt"])
      writeFileSync(path.join(home, "dist", name), "secret");
  }
  symlinkSync(path.join(home, "secret.txt"), path.join(home, "dist", "link.txt"));
  site = await serve({ dir: path.join(home, "dist"), port: 0 });
});

afterAll(async () => {
  await site.close();
  rmSync(home, { recursive: true });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Sends `address` as it is; fetch would tidy it up first, and so hide what an attacker can send. */
function ask(address: string, { method = "GET", host = "localhost" } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host, port: portOf(site.url), path: address, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asking.on("error", reject).end();
  });
}

const portOf = (url: string) => Number(new URL(url).port);
const nonceIn = ({ headers }: Answer) =>
  /'nonce-([\w-]{22})'/.exec(String(headers["content-security-policy"]))?.[1];

describe("a page", () => {
  it("is there at / and nowhere else, since routes live behind the hash", async () => {
    expect(await ask("/")).toMatchObject({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect((await ask("/?from=link")).status).toBe(200);
    expect((await ask("/takes")).status).toBe(404);
  });
  it("carries the nonce its policy names, a new one each time", async () => {
    const [first, second] = [await ask("/"), await ask("/")];
    for (const answer of [first, second]) {
      expect(answer.body).toBe(PAGE.replaceAll("__CSP_NONCE__", String(nonceIn(answer))));
    }
    expect(nonceIn(first)).not.toBe(nonceIn(second));
  });
  it("is never kept, and has no validator that would pair an old page with a new nonce", async () => {
    const { headers } = await ask("/");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers).not.toHaveProperty("etag");
    expect(headers).not.toHaveProperty("last-modified");
  });
  it("is at home at localhost only: by its number the machine is another origin, without takes", async () => {
    expect(site.url).toBe(`http://localhost:${portOf(site.url)}`);
    const { status, headers } = await ask("/", { host: "127.0.0.1" });
    expect(status).toBe(308);
    expect(headers.location).toBe(`${site.url}/`);
  });
});

describe("every answer", () => {
  it.each([
    ["GET", "/"],
    ["GET", "/assets/index-abc123.js"],
    ["GET", "/nothing"],
    ["POST", "/"],
  ])("is guarded: %s %s", async (method, address) => {
    const { headers } = await ask(address, { method });
    const policy = String(headers["content-security-policy"]).replace(/ 'nonce-[^']+'/, "");
    expect(policy).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
        "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; " +
        "base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
    expect(headers).toMatchObject({
      server: "Offscript",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    const features = String(headers["permissions-policy"]).split(", ");
    expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual(["microphone=(self)"]);
    expect(features).toEqual(
      expect.arrayContaining(["camera=()", "geolocation=()", "payment=()", "usb=()", "display-capture=()"]),
    );
  });
});

describe("a file", () => {
  it("with a hash in its name is kept for good", async () => {
    const { headers, body } = await ask("/assets/index-abc123.js");
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(Buffer.byteLength(body)),
    });
    expect(body).toBe("const 题 = 1;");
  });
  it("without one is asked for again", async () => {
    expect((await ask("/tap.js")).headers["cache-control"]).toBe("no-cache");
  });
  it("of an unknown kind is plain bytes", async () => {
    expect((await ask("/assets/data.unknown")).headers["content-type"]).toBe("application/octet-stream");
  });
  it("may have any name", async () => {
    expect((await ask(encodeURI("/说明 a.txt"))).body).toBe("说明");
  });
  it("that is missing is said to be, in words, and not remembered as missing", async () => {
    const { status, headers, body } = await ask("/assets/gone.js");
    expect({ status, cache: headers["cache-control"] }).toEqual({ status: 404, cache: "no-store" });
    expect(body).toContain(`There is nothing at this address. Offscript opens at ${site.url}/`);
  });
});

describe("HEAD", () => {
  it.each(["/", "/assets/index-abc123.js", "/nothing"])(
    "says of %s what GET says, and sends nothing",
    async (address) => {
      const [get, head] = [await ask(address), await ask(address, { method: "HEAD" })];
      const { "content-length": length, "content-type": type } = get.headers;
      expect(head).toMatchObject({
        status: get.status,
        body: "",
        headers: { "content-length": length, "content-type": type },
      });
      expect(length).toBe(String(Buffer.byteLength(get.body)));
    },
  );
});

it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
  expect(await ask("/", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
});

it.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/assets/../../secret.txt",
  "/..\\secret.txt",
  "/..%5csecret.txt",
  "/assets/..%5c..%5csecret.txt",
  "/../dist-old/secret.txt",
  "/..%2f..%2fetc/passwd",
  "/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
  "//etc/passwd",
  "/%2fetc/passwd",
  "/back%5cslash.txt",
  "/C:drive.txt",
  "/link.txt",
  "/.source-sha",
  "/assets",
  "/assets/",
  "/index.html/",
  "/tap.js%00.html",
  "/%",
  "/%ff",
])("gives nothing away for %s", async (address) => {
  const { status, body } = await ask(address);
  expect(status).toBe(404);
  expect(body).not.toMatch(/secret$|root:/);
});
it("does not stumble over a name longer than any file's", async () => {
  expect((await ask(`/${"a".repeat(5_000)}`)).status).toBe(404);
});

describe("the command", () => {
  type Run = { code: number | null; out: string; err: string };
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });

  /** Starts the command that lies next to our temporary dist, the way npx does. */
  function start(env: NodeJS.ProcessEnv, { args = [] as string[], from = home } = {}) {
    const child = spawn(process.execPath, [path.join(from, "bin", "offscript.mjs"), ...args], {
      env: { ...process.env, ...env },
    });
    running.add(child);
    const run: Run = { code: null, out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (part) => {
      run.out += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part) => {
      run.err += part;
    });
    const spoke = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
    const ended = new Promise<Run>((resolve) =>
      child.once("close", (code) => {
        running.delete(child);
        resolve({ ...run, code });
      }),
    );
    return { child, run, spoke, ended };
  }

  const elsewhere = () =>
    createServer((_, response) => response.writeHead(200, { Server: "elsewhere" }).end("hello"));

  /** A port with something else behind it. */
  async function taken(server: Server, host = "127.0.0.1") {
    await new Promise<void>((resolve, reject) =>
      server.on("error", reject).listen({ host, port: 0 }, resolve),
    );
    return { port: (server.address() as AddressInfo).port, free: () => void server.close() };
  }
  async function freePort() {
    const { port, free } = await taken(createSocketServer());
    free();
    return port;
  }

  it("serves the dist next to it, says where in one line, and ends cleanly", async () => {
    const port = await freePort();
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const { child, run, spoke, ended } = start({ PORT: ` ${port} ` });
      await Promise.race([spoke, ended]);
      expect(run).toMatchObject({
        out: `Offscript is at http://localhost:${port} (Ctrl+C stops it)\n`,
        err: "",
      });
      const response = await fetch(`http://localhost:${port}/`, { headers: { connection: "keep-alive" } });
      expect(await response.text()).toContain("<!doctype html>");
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, err: "" });
    }
  });

  it("points to the Offscript that is already running", async () => {
    const port = portOf(site.url);
    expect(await start({ PORT: String(port) }).ended).toEqual({
      code: 0,
      out: `Offscript is already running at http://localhost:${port}: open that address.\n`,
      err: "",
    });
  });

  const stopIt = (port: number) =>
    `stop it, or use \`PORT=${port + 1} npm start\`, but takes recorded at one port are not seen at another.\n`;

  it("never wanders: it says who has the port, and what to do", async () => {
    const { port, free } = await taken(elsewhere());
    const { code, out, err } = await start({ PORT: String(port) }).ended;
    free();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const [, holder, pid] = /^Port \d+ is taken by (another program|.+ \(process (\d+)\)): /.exec(err) ?? [];
    expect(pid ?? String(process.pid)).toBe(String(process.pid));
    expect(err).toBe(`Port ${port} is taken by ${holder}: ${stopIt(port)}`);
  });

  it("says 'another program' where no tool can tell, and does not wait for a mute one", async () => {
    const { port, free } = await taken(createSocketServer((socket) => socket.on("error", () => {})));
    const { code, err } = await start({ PORT: String(port), PATH: path.join(home, "empty") }).ended;
    free();
    expect({ code, err }).toEqual({
      code: 1,
      err: `Port ${port} is taken by another program: ${stopIt(port)}`,
    });
  });

  it("does not share localhost with a program that has only its IPv6 half", async (context) => {
    const half = await taken(elsewhere(), "::1").catch(() => undefined);
    if (!half) {
      await context.annotate("This machine has no IPv6.");
      return;
    }
    const { code, out, err } = await start({ PORT: String(half.port) }).ended;
    half.free();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Port \d+ is taken by /);
  });

  it.each(["no", "0", "-1", "65536", "4173.5", "0x10", "4173 4174"])(
    "refuses PORT=%s in one sentence",
    async (port) => {
      expect(await start({ PORT: port }).ended).toEqual({
        code: 1,
        out: "",
        err: `PORT must be a whole number from 1 to 65535, and "${port}" is not.\n`,
      });
    },
  );

  it("says so when nothing was built", async () => {
    const from = path.join(home, "unbuilt");
    cpSync(bin, path.join(from, "bin"), { recursive: true });
    expect(await start({}, { from }).ended).toEqual({
      code: 1,
      out: "",
      err: "Offscript has not been built yet: run `npm start`, or `npm run build` first.\n",
    });
  });

  it("says how it is used when it is asked for something else", async () => {
    const { code, err } = await start({}, { args: ["--port=80"] }).ended;
    expect({ code, err: err.split("\n").length }).toEqual({ code: 1, err: 2 });
    expect(err).toMatch(/^Usage: /);
  });
});

it("frees both halves of its port when it is closed", async () => {
  const { url, close } = await serve({ dir: home, port: 0 });
  const halfWay = connect({ host: "127.0.0.1", port: portOf(url) }).on("error", () => {});
  await new Promise<void>((resolve) => halfWay.write("GET / HTTP/1.1\r\n", () => resolve()));
  await (await fetch(url)).text(); // leaves another connection open, as a browser does
  await close();
  const again = await serve({ dir: home, port: portOf(url) });
  await again.close();
});
