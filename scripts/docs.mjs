/** `npm run docs`: writes docs/measures.md from the words that the app shows beside its numbers. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const vite = await createServer({
  root,
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: "error",
});
try {
  const { measuresPage } = await vite.ssrLoadModule("/src/i18n/measuresPage.ts");
  mkdirSync(`${root}docs`, { recursive: true });
  writeFileSync(`${root}docs/measures.md`, measuresPage());
} finally {
  await vite.close();
}
