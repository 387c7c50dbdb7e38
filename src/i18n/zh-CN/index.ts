import type { Words } from "../words.ts";
import { app, home, settings } from "./app.ts";
import { data } from "./data.ts";
import { cues, drill, failures } from "./drill.ts";
import { exporting } from "./exporting.ts";
import { player } from "./player.ts";
import { recovered, review, takes } from "./review.ts";

export const zhCN: Words = {
  app,
  home,
  settings,
  drill,
  failures,
  cues,
  review,
  recovered,
  takes,
  data,
  player,
  exporting,
};
