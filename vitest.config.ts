import { defineConfig } from "vitest/config";
import { browserProject } from "./vitest.browser.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rules",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/app/**"],
        },
      },
      browserProject,
      {
        test: {
          name: "app",
          environment: "node",
          include: ["tests/app/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false, // each file starts a Chromium that records in real time
        },
      },
    ],
  },
});
