import type { SpaceEstimate } from "./space.ts";

/** The browser's own keeping of what this origin stores. */
export interface StorageManagerPort {
  /** Used and allowed bytes; null where the browser does not say. */
  estimate(): Promise<SpaceEstimate | null>;
  /** Whether the browser promises not to clear it by itself; null where it does not say. */
  isPersistent(): Promise<boolean | null>;
  /** Asks for that promise. Browsers decide by themselves, some ask the user. */
  askToPersist(): Promise<boolean | null>;
}

/** `navigator.storage` is undefined on insecure pages, and parts of it in older browsers. */
export const browserStorage: StorageManagerPort = {
  estimate: async () => {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  },
  isPersistent: async () => (await navigator.storage?.persisted?.()) ?? null,
  askToPersist: async () => (await navigator.storage?.persist?.()) ?? null,
};
