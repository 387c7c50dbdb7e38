/**
 * The next event of that type; resolves all the same after `patience` milliseconds, for events that a browser may
 * forget to send.
 */
export function once(target: EventTarget, type: string, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      target.removeEventListener(type, finish);
      resolve();
    };
    const timer = setTimeout(finish, patience);
    target.addEventListener(type, finish);
  });
}
