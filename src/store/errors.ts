/** The ways storage fails that a person can act on. */
export type StoreProblem = "full" | "blocked" | "outdated" | "missing" | "unavailable" | "broken";

/** A browser's storage failure, as one of those. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    readonly problem: StoreProblem,
    cause?: unknown,
  ) {
    super(`Storage: ${problem}`, { cause });
  }

  static from(cause: unknown): StoreError {
    if (cause instanceof StoreError) return cause;
    const name = cause instanceof DOMException ? cause.name : "";
    return new StoreError(problems[name] ?? "broken", cause);
  }
}

const problems: Readonly<Record<string, StoreProblem>> = {
  QuotaExceededError: "full",
  NotFoundError: "missing",
  InvalidStateError: "unavailable",
  SecurityError: "unavailable",
  UnknownError: "unavailable",
  VersionError: "outdated",
};

/** Runs `work` and turns whatever the browser throws into a StoreError. */
export async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw StoreError.from(cause);
  }
}
