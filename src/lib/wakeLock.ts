/**
 * Keeps the screen on: a phone that falls asleep takes the microphone away in mid-sentence. Quietly does nothing
 * where the browser cannot, or will not on a low battery.
 * @returns lets the screen sleep again
 */
export function keepAwake(): () => void {
  let wanted = true;
  let held: WakeLockSentinel | undefined;
  const ask = () => {
    if (!wanted || document.visibilityState !== "visible") return;
    navigator.wakeLock?.request("screen").then(
      (lock) => {
        if (wanted) held = lock;
        else void lock.release();
      },
      () => undefined,
    );
  };
  ask();
  document.addEventListener("visibilitychange", ask); // a hidden page loses its lock, and may have it back
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", ask);
    void held?.release();
  };
}
