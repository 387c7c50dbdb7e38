import { playwright } from "@vitest/browser-playwright";
import { defineProject } from "vitest/config";
import { findChromium } from "./scripts/chromium.mjs";

/** Tests that need a real browser: sound, canvas, storage, layout. They run in the Chromium of this machine. */
export const browserProject = defineProject({
  // Found before the first test starts: a dependency that turns up later reloads the page under the tests.
  optimizeDeps: {
    include: [
      "@testing-library/react",
      "@testing-library/user-event",
      "@zip.js/zip.js/lib/zip-core-custom.js",
      "axe-core",
      "idb-keyval",
      "jsonc-parser",
      "mediabunny",
      "papaparse",
      "react",
      "react-dom",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "recordrtc",
      "valibot",
      "wavesurfer.js",
      "wavesurfer.js/plugins/regions",
    ],
  },
  test: {
    name: "chromium",
    include: ["tests/browser/**/*.test.{ts,tsx}"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: findChromium(),
          args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
        },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});
