import { expect, it } from "vitest";
import { looks } from "../../src/client/looks/index.ts";
import { clientOf } from "../../src/drill/cast.ts";

it("seats a client for each round: the same for the same seed, and everybody has a turn", () => {
  expect(clientOf({ seed: 42 }, 1)).toBe(clientOf({ seed: 42 }, 1));
  const seated = Array.from({ length: 200 }, (_, seed) => clientOf({ seed }, seed % 3).id);
  for (const { id } of looks) expect(seated.filter((each) => each === id).length).toBeGreaterThan(15);
});
