/**
 * Locks that other tabs of the same origin can see, and that the browser gives back when a tab dies: a take whose
 * lock is held is being recorded; one that is unfinished and whose lock is free was left by a crash.
 */
export interface Locks {
  /** Takes a lock until the returned function is called. Resolves once it is held. */
  hold(name: string): Promise<() => void>;
  /** Runs `work` under a lock, unless somebody holds it; tells whether it ran. */
  tryWith(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Whether anybody, in any tab, holds a lock of that name or prefix. */
  isHeld(prefix: string): Promise<boolean>;
}

/** The browser's locks; where there are none (old browsers, insecure pages), nobody is taken to hold anything. */
export const webLocks: Locks = {
  hold: (name) =>
    new Promise((held) => {
      if (!navigator.locks) return held(() => undefined);
      void navigator.locks.request(name, () => new Promise<void>((release) => held(release)));
    }),
  tryWith: async (name, work) => {
    if (!navigator.locks) {
      await work();
      return true;
    }
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  },
  isHeld: async (prefix) => {
    const state = await navigator.locks?.query();
    return state?.held?.some(({ name }) => name?.startsWith(prefix)) ?? false;
  },
};

/** The lock of a take that is being recorded or made whole. */
export const takeLock = (id: string): string => `take/${id}`;

/** What every lock of a take begins with. */
export const TAKE_LOCKS = takeLock("");

/** Locks that also tell what this tab itself holds. */
export type OwnLocks = Locks &
  Readonly<{
    /** Whether this tab holds, or has asked for, a lock of that prefix. */
    holds(prefix: string): boolean;
    /** Calls `listener` whenever that may have changed. */
    onChange(listener: () => void): () => void;
  }>;

/** The same locks, with an eye on what this tab does with them. */
export function ownLocks(locks: Locks): OwnLocks {
  const mine: string[] = [];
  const listeners = new Set<() => void>();
  const change = (how: () => void) => {
    how();
    for (const listener of [...listeners]) listener();
  };
  return {
    ...locks,
    hold: async (name) => {
      change(() => void mine.push(name));
      const release = await locks.hold(name);
      let held = true;
      return () => {
        release();
        if (held) change(() => void mine.splice(mine.indexOf(name), 1));
        held = false;
      };
    },
    holds: (prefix) => mine.some((name) => name.startsWith(prefix)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
