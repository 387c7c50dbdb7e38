import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLOSEST,
  closeness,
  following,
  framing,
  scrolled,
  timeAtX,
  type View,
  whole,
  xAt,
  zoomed,
} from "../../src/review/zoom.ts";
import { always } from "../support/builders.ts";

const length = fc.double({ min: 0.05, max: 7_200, noNaN: true });
/** A take, a view of it that is reached by zooming and scrolling, and some place and wish. */
const anyView = fc
  .record({
    length,
    about: fc.double({ min: 0, max: 1, noNaN: true }),
    closer: fc.double({ min: 0.1, max: 500, noNaN: true }),
    by: fc.double({ min: -4_000, max: 4_000, noNaN: true }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    factor: fc.double({ min: 0.05, max: 20, noNaN: true }),
    width: fc.integer({ min: 1, max: 4_000 }),
  })
  .map(({ length, about, closer, by, ...rest }) => ({
    length,
    ...rest,
    view: scrolled(zoomed(whole(length), closer, about * length, length), by, length),
  }));

const expectInside = ({ from, to }: View, length: number) => {
  expect(from).toBeGreaterThanOrEqual(0);
  expect(to).toBeLessThanOrEqual(length * (1 + 1e-12));
  expect(to - from).toBeGreaterThanOrEqual(Math.min(CLOSEST, length) - 1e-9);
};

describe("a view", () => {
  it("always lies inside its take, and never closer than half a second", () =>
    always(anyView, ({ view, length, place, factor }) => {
      expectInside(view, length);
      expectInside(zoomed(view, factor, place * length, length), length);
      expectInside(following(view, place * length, length), length);
      expectInside(framing(place * length, Math.min(length, place * length + factor), length), length);
    }));
  it("turns times into pixels and back", () =>
    always(anyView, ({ view, width, place }) => {
      const time = view.from + place * (view.to - view.from);
      const x = xAt(view, width, time);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width * (1 + 1e-9));
      expect(timeAtX(view, width, x)).toBeCloseTo(time, 6);
    }));
  it("of no take shows its beginning", () => {
    expect(whole(0)).toEqual({ from: 0, to: 0 });
    expect(xAt(whole(0), 800, 3)).toBe(0);
    expect(timeAtX(whole(10), 0, 5)).toBe(0);
    expect(zoomed(whole(0), 2, 0, 0)).toEqual({ from: 0, to: 0 });
    expect(closeness(whole(0), 0)).toBe(1);
  });
});

describe("zooming", () => {
  it("shows half as much at twice as close", () =>
    expect(zoomed(whole(60), 2, 30, 60)).toEqual({ from: 15, to: 45 }));
  it("keeps what is under the pointer under the pointer, as long as no end is in the way", () =>
    always(anyView, ({ view, width, place, factor, length }) => {
      const about = view.from + place * (view.to - view.from);
      const next = zoomed(view, factor, about, length);
      const blocked = next.from === 0 || Math.abs(next.to - length) < 1e-9;
      if (!blocked) expect(xAt(next, width, about)).toBeCloseTo(xAt(view, width, about), 4);
      expect(about).toBeGreaterThanOrEqual(next.from - 1e-9);
      expect(about).toBeLessThanOrEqual(next.to + 1e-9);
    }));
  it("in and out again comes back, as long as no end was in the way", () =>
    always(anyView, ({ view, place, length }) => {
      const about = view.from + place * (view.to - view.from);
      const near = zoomed(view, 1.25, about, length);
      if (Math.abs((view.to - view.from) / 1.25 - (near.to - near.from)) > 1e-9) return; // as close as it gets
      const back = zoomed(near, 1 / 1.25, about, length);
      expect(back.from).toBeCloseTo(view.from, 6);
      expect(back.to).toBeCloseTo(view.to, 6);
    }));
  it("out far enough shows all", () =>
    expect(zoomed({ from: 10, to: 12 }, 0.001, 11, 60)).toEqual(whole(60)));
  it("about a place out of sight takes the nearest edge", () =>
    expect(zoomed({ from: 10, to: 20 }, 2, 50, 60)).toEqual({ from: 15, to: 20 }));
  it.each([0, -1, Number.NaN])("by %d changes nothing", (factor) =>
    expect(zoomed({ from: 10, to: 20 }, factor, 15, 60)).toEqual({ from: 10, to: 20 }),
  );
  it("is told as how many times closer", () => {
    expect(closeness(whole(60), 60)).toBe(1);
    expect(closeness({ from: 10, to: 20 }, 60)).toBe(6);
  });
});

describe("scrolling", () => {
  it("moves what is in sight, and stops at the ends", () => {
    expect(scrolled({ from: 10, to: 20 }, 5, 60)).toEqual({ from: 15, to: 25 });
    expect(scrolled({ from: 10, to: 20 }, -50, 60)).toEqual({ from: 0, to: 10 });
    expect(scrolled({ from: 10, to: 20 }, 500, 60)).toEqual({ from: 50, to: 60 });
  });
});

describe("following the playhead", () => {
  const view = { from: 10, to: 20 };
  it("leaves the view alone while it is in sight", () => expect(following(view, 20, 60)).toBe(view));
  it("turns a page when it leaves, with a little of what was", () =>
    expect(following(view, 20.5, 60)).toEqual({ from: 19.5, to: 29.5 }));
  it("goes back when it jumped back", () => expect(following(view, 3, 60)).toEqual({ from: 2, to: 12 }));
});

it("a stretch is framed with some air", () => expect(framing(20, 30, 60)).toEqual({ from: 19, to: 31 }));
