import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beardPath, beardStrands, moustachePath } from "../../src/client/beard.ts";
import { browPath } from "../../src/client/brows.ts";
import { lashPath } from "../../src/client/eyes.ts";
import { behindNeck, garments, neck, necklace } from "../../src/client/garments.ts";
import { gestures, hands } from "../../src/client/gestures.ts";
import { armPath, lensPath } from "../../src/client/glasses.ts";
import { lockPath, strandPath } from "../../src/client/hair.ts";
import { hairShapes } from "../../src/client/hairShapes.ts";
import {
  chinLightPath,
  earLinePath,
  earPath,
  headPath,
  jawOf,
  nosePaths,
  shadePath,
} from "../../src/client/head.ts";
import type { Look } from "../../src/client/look.ts";
import { looks } from "../../src/client/looks/index.ts";
import { expressions } from "../../src/client/mood.ts";
import { mouthPaths, mouthSize } from "../../src/client/mouth.ts";
import { place, sides } from "../../src/client/place.ts";
import { speakingPose } from "../../src/client/pose.ts";
import { poses } from "../../src/client/poses.ts";
import { poseVariables } from "../../src/client/poseVariables.ts";
import { visemePose, visemes } from "../../src/client/talk.ts";
import { always } from "../support/builders.ts";
import { anyLook, anyPose, poseDistance } from "../support/looks.ts";

/** A path the browser draws: a start, known commands, and numbers that are numbers (NaN and Infinity have other letters). */
const drawable = /^[Mm][\sMmLlCcQqAaZz\d.,-]*\d[\sZz]*$/;
const expectDrawable = (paths: readonly string[]) =>
  expect(paths.filter((d) => !drawable.test(d))).toEqual([]);

/** Every outline that depends on who it is. */
function outlinesOf(look: Look): string[] {
  const hair = hairShapes[look.hair.shape];
  return [
    headPath(look),
    chinLightPath(look),
    shadePath(look, "core"),
    shadePath(look, "edge"),
    ...Object.values(nosePaths(look)),
    ...sides.flatMap((side) => [
      earPath(look, side),
      earLinePath(look, side),
      browPath(look, side),
      lashPath(look, side),
      lensPath(look.glasses?.frame ?? "soft", side),
      armPath(side),
    ]),
    ...(["boxed", "full"] as const).flatMap((shape) => [
      beardPath(look, shape),
      beardStrands(look, shape),
      moustachePath(shape),
    ]),
    ...hair.locks.flatMap((lock) => [
      lockPath(lock),
      ...lock.strands.map((strand) => strandPath(lock, strand)),
    ]),
    ...[...hair.behind, ...hair.shoulder, ...hair.front].map(({ d }) => d),
  ];
}

describe("every outline can be drawn", () => {
  it.each(looks)("of $id", (look) => expectDrawable(outlinesOf(look)));
  it("of anybody the model allows", () => always(anyLook, (look) => expectDrawable(outlinesOf(look))));
  it("of clothes and hands", () => {
    const layers = [
      ...neck,
      ...necklace,
      ...Object.values(garments).flat(),
      ...Object.values(behindNeck).flat(),
      ...gestures.flatMap((gesture) => hands[gesture].layers),
    ];
    expect(layers.length).toBeGreaterThan(100);
    expectDrawable(layers.map(({ d }) => d));
  });
  it("of any mouth, in any mood and at any sound", () =>
    always(fc.tuple(anyLook, anyPose), ([look, pose]) => {
      expectDrawable(Object.values(mouthPaths(pose, look.lips)));
      for (const viseme of visemes)
        expectDrawable(Object.values(mouthPaths(visemePose(pose, viseme), look.lips)));
    }));
});

describe("a head", () => {
  it("keeps its chin below its mouth and its jaw within its cheekbones", () =>
    always(anyLook, (look) => {
      const { cheekbone, cheek, corner, bottom } = jawOf(look);
      expect(bottom).toBeGreaterThan(place.mouth + 40);
      expect(corner).toBeLessThan(cheek + 12);
      expect(cheek).toBeLessThanOrEqual(cheekbone + 1);
    }));
});

describe("a pose in custom properties", () => {
  /** What a style sheet can compute with: a finite number, with a unit or without. */
  const computable = /^-?\d+(\.\d+)?(e-\d+)?(px|deg|s)?$/;
  it("is made of numbers for everybody in every mood, talking or not", () => {
    for (const look of looks)
      for (const expression of expressions)
        for (const pose of [poses[expression], speakingPose(poses[expression])])
          for (const [name, value] of Object.entries(poseVariables(look, pose)))
            expect(String(value), `${look.id} ${expression} ${name}`).toMatch(computable);
  });
  it("is made of numbers whatever the pose", () =>
    always(fc.tuple(anyLook, anyPose), ([look, pose]) => {
      for (const [name, value] of Object.entries(poseVariables(look, pose)))
        expect(String(value), name).toMatch(computable);
    }));
});

describe("a mouth", () => {
  it("is taller the wider it opens, and wider the more it is stretched", () =>
    always(fc.tuple(anyPose, fc.double({ min: 0.6, max: 1.3, noNaN: true })), ([pose, lips]) => {
      const shut = mouthSize({ ...pose, mouthOpen: 0 }, lips);
      const open = mouthSize({ ...pose, mouthOpen: 0.5 }, lips);
      expect(open.height).toBeGreaterThan(shut.height + 8);
      expect(shut.height).toBeGreaterThan(0);
      expect(mouthSize({ ...pose, mouthWidth: 1.3 }, lips).width).toBeGreaterThan(open.width);
    }));
});

describe("expressions", () => {
  const others = expressions.filter((expression) => expression !== "neutral");
  it.each(others)("%s is seen to be other than neutral", (expression) =>
    expect(poseDistance(poses[expression], poses.neutral)).toBeGreaterThan(14),
  );
  it("are told from each other", () => {
    const close = expressions.flatMap((a, i) =>
      expressions.slice(i + 1).flatMap((b) => {
        const apart = poseDistance(poses[a], poses[b]);
        return apart < 14 ? [`${a} and ${b}: ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });
  it("stare without blinking or breathing, and only then", () => {
    expect(expressions.filter((expression) => poses[expression].blinkRate === 0)).toEqual(["cold-stare"]);
    expect(expressions.filter((expression) => poses[expression].breath === 0)).toEqual(["cold-stare"]);
  });
  it("use each hand for one of them", () => {
    const used = expressions
      .map((expression) => poses[expression].gesture)
      .filter((gesture) => gesture !== null);
    expect(used.toSorted()).toEqual([...gestures].toSorted());
  });
});
