import { app, home, settings } from "./app.ts";
import { data } from "./data.ts";
import { decks } from "./decks.ts";
import { cues, drill, failures, support, trade } from "./drill.ts";
import { measures } from "./measures.ts";
import { player } from "./player.ts";
import { recovered, review, takes } from "./review.ts";
import { sound } from "./sound.ts";

export const en = {
  app,
  home,
  settings,
  drill,
  failures,
  support,
  trade,
  cues,
  review,
  recovered,
  takes,
  data,
  player,
  decks,
  measures,
  sound,
};
