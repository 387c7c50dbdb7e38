/**
 * @typedef {object} TestFile one test file in one project, as Vitest's JSON reporter writes it
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {{ fullName: string, status: string }[]} assertionResults
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} notes what counts as failed though no test of its own failed, one line each
 */

/**
 * Counts a Vitest run so that nothing which did not run and pass can hide: a skipped or postponed test, a file that
 * could not be loaded, an error outside any test and an empty run all count as failed.
 * @param {{ testResults: TestFile[] } | undefined} report nothing when Vitest wrote none
 * @param {number | null} exitCode null when Vitest was killed
 * @param {{ byName?: boolean }} [asked] byName: the caller asked for tests by name, so the others are left out on purpose
 * @returns {Tally}
 */
export function tally(report, exitCode, { byName = false } = {}) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const notes = [];
  for (const file of report?.testResults ?? []) {
    const before = failed + notes.length;
    for (const test of file.assertionResults) {
      if (test.status === "passed") passed++;
      else if (test.status === "failed") failed++;
      else if (!byName) notes.push(`Not run (${test.status}): ${test.fullName} in ${file.name}`);
    }
    if (file.status === "failed" && failed + notes.length === before) {
      notes.push(`Failed outside its tests: ${file.name}`);
    }
  }
  if (report === undefined) notes.push("Vitest left no report.");
  else if (passed + failed + notes.length === 0) notes.push("No test was run.");
  // Vitest fails a run for more than its tests, such as an error nobody caught; that must not pass unseen.
  if (exitCode !== 0 && failed + notes.length === 0) {
    notes.push(`Vitest ended with ${exitCode === null ? "a signal" : `exit code ${exitCode}`}.`);
  }
  return { passed, failed: failed + notes.length, notes };
}
