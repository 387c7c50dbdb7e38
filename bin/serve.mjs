import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

/** @import { IncomingMessage, Server, ServerResponse } from "node:http" */

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".m4a": "audio/mp4",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".wav": "audio/wav",
  ".webm": "audio/webm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** What a page may not even ask for. The microphone is the one thing Offscript needs. */
const DENIED = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The headers of every answer. "Nothing leaves the machine" is kept here by the browser itself: no address but our
 * own can be reached, whatever a library tries.
 * @param {string} [nonce] lets the marked style elements of this one html answer through
 */
const guard = (nonce) => ({
  Server: "Offscript", // a second start recognises the first by it
  "Content-Security-Policy": [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": ["microphone=(self)", ...DENIED.map((feature) => `${feature}=()`)].join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
});

/**
 * The file an address means, or nothing. The address is decoded once; a step up, a hidden file, a backslash or a
 * drive letter means nothing on any system, and neither does a link that leads out of `dir`.
 * @param {string} dir
 * @param {string} address as it came over the wire
 * @returns {Promise<string | undefined>}
 */
async function fileAt(dir, address) {
  const [encoded = ""] = address.split(/[?#]/, 1);
  if (encoded === "/") return path.join(dir, "index.html");
  try {
    const [first, ...steps] = decodeURIComponent(encoded).split("/");
    const strange = (/** @type {string} */ step) => step === "" || step.startsWith(".") || /[\\:]/.test(step);
    if (first !== "" || steps.some(strange)) return undefined;
    const [top, file] = await Promise.all([realpath(dir), realpath(path.join(dir, ...steps))]);
    return file.startsWith(top + path.sep) ? file : undefined;
  } catch {
    return undefined; // badly encoded, or not there
  }
}

/**
 * @param {string} dir
 * @param {string} home
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(dir, home, request, response) {
  /**
   * @param {number} status
   * @param {string | Buffer} body
   * @param {Record<string, string>} headers
   */
  const send = (status, body, headers) => {
    response.writeHead(status, { ...guard(), "Content-Length": Buffer.byteLength(body), ...headers });
    response.end(body); // Node itself leaves the body out for HEAD
  };
  const text = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(405, "Offscript only hands out its own files: ask with GET or HEAD.\n", {
      ...text,
      Allow: "GET, HEAD",
    });
  }
  const address = request.url ?? "/";
  // The same machine under another name is another origin: all takes would seem gone.
  if (home.includes("//localhost:") && /^(127\.0\.0\.1|\[::1\])(:|$)/.test(request.headers.host ?? "")) {
    return send(308, "", { ...text, Location: `${home}${address}` });
  }
  const file = await fileAt(dir, address);
  const content = file && (await readFile(file).catch(() => undefined)); // a folder, or just now deleted
  if (!file || !content) {
    const words = `There is nothing at this address. Offscript opens at ${home}/\n这里什么也没有。Offscript 在 ${home}/\n`;
    return send(404, words, text);
  }
  const extension = path.extname(file).toLowerCase();
  const type = TYPES[extension] ?? "application/octet-stream";
  if (extension === ".html") {
    // No ETag: a 304 would bring a new nonce to an old page, whose styles would then all be blocked.
    const nonce = randomBytes(16).toString("base64url");
    const page = content.toString("utf8").replaceAll("__CSP_NONCE__", nonce);
    return send(200, page, { ...guard(nonce), "Content-Type": type, "Cache-Control": "no-cache" });
  }
  // Vite puts a hash of the content into every name below assets, and only there.
  const hashed = address.startsWith("/assets/");
  const cache = hashed ? "public, max-age=31536000, immutable" : "no-cache";
  return send(200, content, { "Content-Type": type, "Cache-Control": cache });
}

/**
 * @param {string} host
 * @param {number} port
 * @param {(request: IncomingMessage, response: ServerResponse) => void} handler
 * @returns {Promise<{ server: Server, port: number }>}
 */
function listen(host, port, handler) {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const at = server.address();
      resolve({ server, port: typeof at === "object" && at ? at.port : port });
    });
  });
}

/** @param {Server} server */
const shut = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections(); // one that has not finished asking would keep us waiting
  });

/** What the second listener says on a machine without IPv6. */
const NO_IPV6 = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/**
 * Serves the files in `dir` to this machine only. Listens on both addresses that `localhost` can mean, since which of
 * them a browser tries is its own affair. Rejects with the system's error (`EADDRINUSE`, `EACCES`) when `port` cannot
 * be had, and never takes another.
 * @param {object} options
 * @param {string} options.dir
 * @param {number} options.port 0 takes any free one, for tests
 * @param {string} [options.host] listens on this one address instead
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` has no slash at its end
 */
export async function serve({ dir, port, host }) {
  let home = "";
  /** @type {(request: IncomingMessage, response: ServerResponse) => void} */
  const handler = (request, response) => {
    answer(dir, home, request, response).catch(() => response.destroy());
  };
  const first = await listen(host ?? "127.0.0.1", port, handler);
  home = `http://${host?.includes(":") ? `[${host}]` : (host ?? "localhost")}:${first.port}`;
  const servers = [first.server];
  if (host === undefined) {
    try {
      servers.push((await listen("::1", first.port, handler)).server);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!NO_IPV6.includes(code)) {
        await shut(first.server);
        if (port === 0 && code === "EADDRINUSE") return serve({ dir, port }); // free on one address only
        throw error;
      }
    }
  }
  return { url: home, close: async () => void (await Promise.all(servers.map(shut))) };
}
