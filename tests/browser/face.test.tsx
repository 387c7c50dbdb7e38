import { cleanup, render } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { Face } from "../../src/client/Face.tsx";
import type { Look } from "../../src/client/look.ts";
import { looks } from "../../src/client/looks/index.ts";
import { lin } from "../../src/client/looks/lin.ts";
import { type Expression, expressions } from "../../src/client/mood.ts";

type Props = Partial<ComponentProps<typeof Face>>;

function show(props: Props = {}) {
  const face = (more: Props) => (
    <div style={{ width: 300, height: 300 }}>
      <Face expression="neutral" speaking={false} label="The client" {...props} {...more} />
    </div>
  );
  const { container, rerender } = render(face({}));
  const svg = container.querySelector("svg");
  if (!svg) throw new Error("no face was drawn");
  return { svg, change: (more: Props) => rerender(face(more)) };
}

/** What moves, by the classes of what it moves; transitions that are under way among them. */
const moving = (svg: Element) =>
  svg
    .getAnimations({ subtree: true })
    .filter(({ playState }) => playState === "running")
    .map(({ effect }) =>
      effect instanceof KeyframeEffect ? (effect.target?.getAttribute("class") ?? "") : "",
    );
/** What can be seen of a pose: every opacity and transform the style sheets give. */
const seen = (svg: Element) =>
  [...svg.querySelectorAll("[class]")].map((part) => {
    const { opacity, transform } = getComputedStyle(part);
    return `${part.getAttribute("class")} ${part.getAttribute("data-on") ?? ""} ${opacity} ${transform}`;
  });
const prefer = (motion: "reduce" | "") =>
  cdp().send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-reduced-motion", value: motion }],
  });

afterEach(async () => {
  cleanup();
  await prefer("");
});

describe("a face", () => {
  it("is a picture with a name, and keeps its name when it changes", () => {
    const { svg, change } = show();
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe("The client");
    change({ label: "The client frowns", expression: "frown" });
    expect(svg.isConnected).toBe(true);
    expect(svg.getAttribute("aria-label")).toBe("The client frowns");
  });
  it.each(looks.map((look): [string, Look] => [look.id, look]))(
    "of %s has every paint and clip it uses",
    (_, look) => {
      const { svg } = show({ look });
      const used = [...svg.querySelectorAll("[fill^='url'], [clip-path]")].flatMap((part) =>
        [part.getAttribute("fill"), part.getAttribute("clip-path")].filter((value) =>
          value?.startsWith("url("),
        ),
      );
      expect(used.length).toBeGreaterThan(10);
      for (const url of new Set(used)) {
        const id = /^url\(#(.*)\)$/.exec(url ?? "")?.[1] ?? "";
        expect(svg.querySelector(`[id="${id}"]`), String(url)).not.toBeNull();
      }
    },
  );
  it("is not drawn anew because the screen around it is", () => {
    let looked = 0;
    const look = new Proxy(lin, {
      get: (target, key: keyof Look) => {
        looked++;
        return target[key];
      },
    });
    const { change } = show({ look });
    const first = looked;
    expect(first).toBeGreaterThan(0);
    change({});
    expect(looked).toBe(first);
    change({ expression: "frown" });
    expect(looked).toBeGreaterThan(first);
  });
  it("blinks, breathes and looks about; a stare does none of it", () => {
    const { svg, change } = show();
    expect(moving(svg)).toEqual(
      expect.arrayContaining(["face-line face-blink-lower", "face-blink-shut", "face-drift", "face-breath"]),
    );
    change({ expression: "cold-stare", nodding: true });
    for (const animation of svg.getAnimations({ subtree: true }))
      if (animation instanceof CSSTransition) animation.finish();
    expect(moving(svg)).toEqual([]);
  });
  it("nods when it is asked to", () => {
    const { svg, change } = show();
    expect(moving(svg)).not.toContain("face-nod");
    change({ nodding: true });
    expect(moving(svg)).toEqual(expect.arrayContaining(["face-head", "face-nod"]));
  });
  it("goes from one mood into the next on the way there, never in one step", () => {
    const { svg, change } = show();
    seen(svg); // a transition starts from a style that was worked out before
    change({ expression: "frown" });
    const changing = svg
      .getAnimations({ subtree: true })
      .filter((animation) => animation instanceof CSSTransition)
      .map(({ transitionProperty }) => transitionProperty);
    expect(changing.length).toBeGreaterThan(8);
    expect(new Set(changing)).toEqual(new Set(["transform", "opacity"]));
  });
});

describe("a face that speaks", () => {
  const line = "Every salesperson I’ve ever met has told me that.";
  it("moves its lips and its jaw, and stops when it has spoken", () => {
    const { svg, change } = show({ speaking: true, line });
    expect(moving(svg).filter((name) => name === "face-viseme").length).toBeGreaterThanOrEqual(6);
    expect(moving(svg)).toContain("face-jaw");
    change({ speaking: false });
    expect(moving(svg)).not.toContain("face-viseme");
    expect(moving(svg)).not.toContain("face-jaw");
  });
  it("shows exactly one mouth at any moment of the line", () => {
    const { svg } = show({ speaking: true, line });
    const lips = svg.getAnimations({ subtree: true }).filter(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return target?.classList.contains("face-viseme");
    });
    const mouths = [...svg.querySelectorAll(".face-viseme")];
    const shown = new Set<string>();
    for (let time = 0; time < 3_000; time += 70) {
      for (const animation of lips) {
        animation.pause();
        animation.currentTime = time;
      }
      const open = mouths.filter((mouth) => getComputedStyle(mouth).opacity === "1");
      expect(open, `${time} ms`).toHaveLength(1);
      shown.add(open[0]?.getAttribute("data-viseme") ?? "");
    }
    expect(shown.size).toBeGreaterThanOrEqual(4);
  });
});

describe("for those who asked for less motion", () => {
  it("stands still, talking or not, and still changes its face", async () => {
    await prefer("reduce");
    const { svg, change } = show({ speaking: true, nodding: true });
    expect(moving(svg)).toEqual([]);
    const pictures = expressions.map((expression: Expression) => {
      change({ expression, speaking: false, nodding: true });
      expect(svg.getAnimations({ subtree: true })).toEqual([]);
      return seen(svg).join("\n");
    });
    expect(new Set(pictures).size).toBe(expressions.length);
    change({ expression: "whisper-aside", speaking: false });
    const silent = seen(svg).join("\n");
    change({ expression: "whisper-aside", speaking: true });
    expect(seen(svg).join("\n")).not.toBe(silent); // the mouth is open
  });
  it("is what a still picture is, too", () => {
    const { svg } = show({ still: true, speaking: true, nodding: true });
    expect(svg.getAnimations({ subtree: true })).toEqual([]);
  });
});
