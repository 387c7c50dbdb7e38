/** @import { Sight } from "./types.mjs" */

/**
 * Runs in the page before anything else, and sends out at once what it sees: whoever is killed cannot be asked.
 * It knows the browser and the screen, and nothing of the app's own code.
 */
export function witness() {
  const tell = (/** @type {Sight} */ what, text = "") =>
    void (/** @type {any} */ (window).witnessed({ what, at: Date.now(), text }));
  const { start, stop } = MediaRecorder.prototype;
  MediaRecorder.prototype.start = function (slice) {
    tell("recording");
    this.addEventListener("dataavailable", () => tell("piece"));
    start.call(this, slice);
  };
  MediaRecorder.prototype.stop = function () {
    if (this.state !== "inactive") tell("stopped");
    stop.call(this);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name === "chunks") this.transaction.addEventListener("complete", () => tell("stored"));
    return put.call(this, value, key);
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version);
    request.addEventListener("success", () => tell("opened", name));
    // Chromium empties a storage it finds damaged, and tells so only here.
    request.addEventListener("upgradeneeded", (event) => {
      const { dataLoss, dataLossMessage } = /** @type {any} */ (event);
      if (dataLoss && dataLoss !== "none") tell("dataLoss", dataLossMessage);
    });
    return request;
  };
  let going = false;
  /** @type {string | undefined} */
  let last;
  new MutationObserver(() => {
    const room = /** @type {HTMLElement | null} */ (document.querySelector(".speaking"));
    if (room && !going) tell("go", room.querySelector(".room-title")?.textContent ?? "");
    going = room !== null;
    const kind = room?.dataset.cue;
    if (kind && kind !== last) tell("cue", kind);
    last = kind;
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
