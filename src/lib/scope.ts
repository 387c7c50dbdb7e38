/**
 * One owner for whatever is acquired: streams, contexts, listeners, timers, object URLs. Released in the reverse
 * order, each exactly once, and one that fails does not keep the others open.
 */
export class Scope {
  private readonly releases: (() => void)[] = [];
  private closed = false;

  /** Keeps `resource` until the scope closes; closes it at once when the scope already has. */
  own<T>(resource: T, release: (resource: T) => void): T {
    if (this.closed) release(resource);
    else this.releases.push(() => release(resource));
    return resource;
  }

  /** Listens until the scope closes. */
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener);
    this.own(target, () => target.removeEventListener(type, listener));
  }

  /** Releases everything, last acquired first. Errors are collected and thrown together at the end. */
  close(): void {
    this.closed = true;
    const errors: unknown[] = [];
    for (let release = this.releases.pop(); release; release = this.releases.pop()) {
      try {
        release();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, "Some resources could not be released");
  }
}
