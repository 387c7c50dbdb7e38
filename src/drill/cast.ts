import type { Look } from "../client/look.ts";
import { looks } from "../client/looks/index.ts";
import { fork, pick, seeded } from "../lib/random.ts";
import type { Plan } from "./plan.ts";

/** Who sits across the table in a round: another client from drill to drill, and the same one for the same seed. */
export const clientOf = ({ seed }: Pick<Plan, "seed">, round: number): Look =>
  pick(looks, seeded(fork(seed, "client", round)));
