/** The stretch of a take that is in sight, in seconds: 0 ≤ from < to ≤ length. A take of no length has [0, 0]. */
export type View = Readonly<{ from: number; to: number }>;

/** Closer than this there is nothing more to see. In seconds across the whole width. */
export const CLOSEST = 0.5;

/** All of a take. */
export const whole = (length: number): View => ({ from: 0, to: Math.max(0, length) });

const spanOf = ({ from, to }: View): number => to - from;

/** A view of that span from that place on, moved and shrunk until it lies inside the take. */
function fitted(from: number, span: number, length: number): View {
  const most = Math.max(0, length);
  const fits = Math.min(most, Math.max(span, Math.min(CLOSEST, most)));
  const start = Math.min(Math.max(0, from), most - fits);
  return { from: start, to: start + fits };
}

/**
 * Where a time lies, in pixels from the left edge; outside [0, width] when it is out of sight.
 * @param width of the waveform, in pixels
 */
export const xAt = (view: View, width: number, time: number): number =>
  spanOf(view) > 0 ? ((time - view.from) / spanOf(view)) * width : 0;

/** The time under a pixel; the reverse of `xAt`. Not kept inside the take. */
export const timeAtX = (view: View, width: number, x: number): number =>
  width > 0 ? view.from + (x / width) * spanOf(view) : view.from;

/**
 * Closer or farther, about a time that stays where it is on the screen, as far as the ends of the take allow.
 * @param factor above 1 goes closer: 2 shows half as much
 * @param about  in seconds, usually what is under the pointer or the playhead
 */
export function zoomed(view: View, factor: number, about: number, length: number): View {
  const span = spanOf(view);
  if (!(span > 0) || !(factor > 0)) return view;
  const pivot = Math.min(Math.max(view.from, about), view.to);
  const wanted = Math.min(length, Math.max(span / factor, Math.min(CLOSEST, length)));
  return fitted(pivot - ((pivot - view.from) / span) * wanted, wanted, length);
}

/** Moved by that many seconds, to the right when above 0; the span stays. */
export const scrolled = (view: View, by: number, length: number): View =>
  fitted(view.from + by, spanOf(view), length);

/** How much of the view lies before the playhead after it has turned a page. */
const PAGE_MARGIN = 0.1;

/** The view that shows a time: the same while it is in sight, else a page turned, as an editor follows its playhead. */
export const following = (view: View, time: number, length: number): View =>
  time >= view.from && time <= view.to
    ? view
    : fitted(time - PAGE_MARGIN * spanOf(view), spanOf(view), length);

/** The closest view that shows a stretch with some air on both sides: a region, a part of the reel. */
export function framing(from: number, to: number, length: number): View {
  const air = 0.1 * (to - from);
  return fitted(from - air, to - from + 2 * air, length);
}

/** How many times closer than the whole take, at least 1: what a zoom slider shows. */
export const closeness = (view: View, length: number): number =>
  spanOf(view) > 0 ? Math.max(1, length / spanOf(view)) : 1;
