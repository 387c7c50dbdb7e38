import { expect, it } from "vitest";
import { tally } from "../scripts/tally.mjs";

/** A file's result, from the statuses of its tests: `file("failed", "passed", "skipped")`. */
const file = (status: "passed" | "failed", ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((status, at) => ({ fullName: `test ${at}`, status })),
});
const run = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

it("counts what passed and what failed", () =>
  expect(tally(run(file("passed", "passed", "passed"), file("failed", "passed", "failed")), 1)).toEqual({
    passed: 3,
    failed: 1,
    notes: [],
  }));
it.each(["skipped", "pending", "todo", "disabled"])("counts a test that is %s as failed, by name", (status) =>
  expect(tally(run(file("passed", "passed", status)), 0)).toEqual({
    passed: 1,
    failed: 1,
    notes: [`Not run (${status}): test 1 in a.test.ts`],
  }),
);
it("lets the tests alone that were not asked for by name", () =>
  expect(tally(run(file("passed", "passed", "skipped")), 0, { byName: true })).toMatchObject({ failed: 0 }));
it("counts a file that could not be loaded, and one whose clean-up failed", () =>
  expect(tally(run(file("failed"), file("failed", "passed")), 1)).toMatchObject({
    passed: 1,
    failed: 2,
    notes: ["Failed outside its tests: a.test.ts", "Failed outside its tests: a.test.ts"],
  }));
it("does not count a failed file on top of its failed test", () =>
  expect(tally(run(file("failed", "failed")), 1)).toMatchObject({ failed: 1 }));
it("counts an error that belongs to no test", () =>
  expect(tally(run(file("passed", "passed")), 1)).toEqual({
    passed: 1,
    failed: 1,
    notes: ["Vitest ended with exit code 1."],
  }));
it("counts a run that was killed", () =>
  expect(tally(run(file("passed", "passed")), null)).toMatchObject({ failed: 1 }));
it.each([
  ["no report", undefined],
  ["no file", run()],
  ["no test", run(file("passed"))],
])("counts a run with %s as failed", (_, report) =>
  expect(tally(report, 0)).toMatchObject({ passed: 0, failed: 1 }),
);
it("counts a name that no test has as failed", () =>
  expect(tally(run(file("passed", "skipped")), 0, { byName: true })).toMatchObject({ failed: 1 }));
