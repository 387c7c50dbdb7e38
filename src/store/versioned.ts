import * as v from "valibot";

/** Takes a record of one version to the next. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

export type ReadRecord<Record> = Readonly<{ record: Record }> | Readonly<{ problem: string }>;

/**
 * Reads a record of any version: migrated to the newest, then checked.
 * @param migrations steps, oldest first: `migrations[n]` takes version n + 1 to n + 2
 * @returns the record; or why it is none, with the place of the first fault, so that it can be kept aside and named
 */
export function readVersioned<Output>(
  value: unknown,
  schema: v.GenericSchema<unknown, Output>,
  migrations: readonly Migration[],
): ReadRecord<Output> {
  if (typeof value !== "object" || value === null) return { problem: "not a record" };
  const version = "version" in value ? value.version : undefined;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return { problem: "no version" };
  }
  if (version > migrations.length + 1) return { problem: `version ${version} is newer than this app` };
  const current = migrations
    .slice(version - 1)
    .reduce((record, step) => step(record), value as Record<string, unknown>);
  const result = v.safeParse(schema, current);
  if (result.success) return { record: result.output };
  const [issue] = result.issues;
  return { problem: `${v.getDotPath(issue) ?? "record"}: ${issue.message}` };
}
