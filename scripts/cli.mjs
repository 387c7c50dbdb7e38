/**
 * Runs one of the command-line tools in `src/cli` with Node: the same TypeScript, and so the same rules, as the app.
 *
 *     node scripts/cli.mjs checkDecks prompts/en/saas.json
 *
 * A tool's module exports `run(args)`, which prints, and resolves with the exit code.
 */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const [tool, ...args] = process.argv.slice(2);
if (!tool || !/^[a-zA-Z]+$/.test(tool)) throw new Error("Which tool? Name a file in src/cli, without .ts");
const vite = await createServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: "error",
});
try {
  const module = await vite.ssrLoadModule(`/src/cli/${tool}.ts`);
  process.exitCode = await /** @type {{ run(args: string[]): Promise<number> }} */ (module).run(args);
} finally {
  await vite.close();
}
