/**
 * `npm run bench -- progress`: how long all of progress takes from 10,000 takes over six years, in Chromium. The first
 * run is what somebody waits for; the median of the others is what the code costs once it is warm.
 */
const RUNS = 7;

/**
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} url of the development server
 * @param {unknown} like a take, as plain data
 */
export async function benchProgress(context, url, like) {
  console.log("All of progress from the takes as they are stored (500 ms are allowed for the whole page):");
  for (const count of [1_000, 10_000]) {
    const page = await context.newPage();
    await page.goto(`${url}tests/bench/empty.html`);
    const runs = await page.evaluate(
      async ([takes, any, times]) => {
        const bench = await import(/* @vite-ignore */ `${location.origin}/tests/bench/progress.ts`);
        return Array.from({ length: times }, () => bench.benchProgress(takes, any));
      },
      /** @type {const} */ ([count, like, RUNS]),
    );
    const total = (/** @type {{ steps: [string, number][] }} */ run) =>
      run.steps.reduce((/** @type {number} */ sum, [, ms]) => sum + ms, 0);
    const first = runs[0] ?? { copy: 0, steps: [], proof: "" };
    const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    const parts = first.steps.map((/** @type {[string, number]} */ [name, ms]) => `${name} ${ms.toFixed(1)}`);
    const warm = median(runs.slice(1).map(total));
    const copy = median(runs.map((/** @type {{ copy: number }} */ run) => run.copy));
    console.log(
      `  ${String(count).padStart(6)} takes: ${total(first).toFixed(0)} ms at first (${parts.join(", ")}), ${warm.toFixed(0)} ms warm; copying them takes ${copy.toFixed(0)} ms`,
    );
    console.log(`    ${first.proof}`);
    await page.close();
  }
}
