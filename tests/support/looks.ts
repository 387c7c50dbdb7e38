import fc from "fast-check";
import type { Look } from "../../src/client/look.ts";
import { looks } from "../../src/client/looks/index.ts";
import type { Pair, Pose } from "../../src/client/pose.ts";

/** The numbers of a look and how far each may go: what look.ts says of them. */
export const ranges = {
  faceWidth: [0.92, 1.1],
  jaw: [0, 1],
  fullness: [-1, 1],
  chin: [-8, 10],
  noseWidth: [0.85, 1.2],
  noseLength: [0.94, 1.06],
  lips: [0.6, 1.3],
  build: [0.95, 1.2],
  age: [0, 1],
  eyeTilt: [-6, 8],
  lashes: [0, 1],
} as const satisfies Partial<Record<keyof Look, readonly [number, number]>>;

const within = ([min, max]: readonly [number, number]) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const [someone] = looks;
if (!someone) throw new Error("there is nobody to draw");

/** Somebody who could sit there: any face in range, in the cut and clothes of one of the clients. */
export const anyLook: fc.Arbitrary<Look> = fc
  .tuple(
    fc.constantFrom(...looks),
    fc.record(
      Object.fromEntries(Object.entries(ranges).map(([key, range]) => [key, within(range)])) as Record<
        keyof typeof ranges,
        fc.Arbitrary<number>
      >,
    ),
  )
  .map(([look, numbers]) => ({ ...look, ...numbers }));

const pair = (range: readonly [number, number]): fc.Arbitrary<Pair> =>
  fc.record({ left: within(range), right: within(range) });

/** Anything a face could be asked to do. */
export const anyPose: fc.Arbitrary<Pose> = fc.record({
  gazeX: within([-1, 1]),
  gazeY: within([-1, 1]),
  upperLid: pair([0, 1]),
  lowerLid: pair([0, 1]),
  lidSlant: pair([-10, 10]),
  browHeight: pair([-1, 1]),
  browAngle: pair([-14, 18]),
  browSqueeze: within([0, 1]),
  mouthWidth: within([0.65, 1.2]),
  mouthOpen: within([0, 1]),
  mouthCurve: within([-1, 1]),
  mouthSkew: within([-1, 1]),
  mouthPress: within([0, 1]),
  mouthTeeth: within([0, 1]),
  headTilt: within([-12, 12]),
  headTurn: within([-1, 1]),
  headDrop: within([-1, 1]),
  lean: within([0, 1]),
  blinkRate: fc.oneof(fc.constant(0), within([1, 30])),
  light: within([0.3, 1]),
  breath: within([0, 7]),
  gesture: fc.constantFrom("watch", "phone", "whisper", null),
});

/** What one unit of each number moves in the picture, in units of its square: the eye's measure, not the model's. */
const moved: Readonly<Record<string, number>> = {
  gazeX: 9.5,
  gazeY: 7.5,
  upperLid: 17,
  lowerLid: 9,
  lidSlant: 0.4,
  browHeight: 14,
  browAngle: 0.6,
  browSqueeze: 8,
  mouthWidth: 35,
  mouthOpen: 24,
  mouthCurve: 16,
  mouthSkew: 8,
  mouthPress: 6,
  headTilt: 2,
  headTurn: 17,
  headDrop: 14,
  lean: 12,
  light: 12,
};

/** How differently two poses look: the way everything in them moves from one to the other, in units of the square. */
export function poseDistance(a: Pose, b: Pose): number {
  const numbers = (pose: Pose): Record<string, number> =>
    Object.fromEntries(
      Object.entries(pose).flatMap(([key, value]) =>
        typeof value === "number"
          ? [[key, value]]
          : value === null || typeof value === "string"
            ? []
            : [
                [`${key}.left`, value.left],
                [`${key}.right`, value.right],
              ],
      ),
    );
  const [one, two] = [numbers(a), numbers(b)];
  const face = Object.entries(one).map(
    ([key, value]) => (value - (two[key] ?? 0)) * (moved[key.split(".")[0] ?? ""] ?? 0),
  );
  return Math.hypot(...face, a.gesture === b.gesture ? 0 : 100);
}
