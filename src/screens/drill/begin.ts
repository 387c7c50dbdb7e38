/** The state of a history entry that asks its drill to begin at once. */
const BEGIN = { begin: true } as const;

/** Opens the drill and begins it: one button from the start page to the first title. */
export const askForDrill = (): void => beginDrill("#/drill");

/** Opens the drill of an address and begins it. */
export function beginDrill(hash: string): void {
  history.pushState(BEGIN, "", hash);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Whether this drill was asked to begin at once. */
export const askedToBegin = (): boolean => (history.state as { begin?: boolean } | null)?.begin === true;

/** Writes a drill's own address over the present one; a reload deals the same drill and waits for its speaker. */
export function keepAddress(hash: string): void {
  history.replaceState(null, "", hash);
}
