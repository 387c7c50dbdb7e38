import type { Words } from "../words.ts";
import { app, home, settings } from "./app.ts";
import { clients } from "./clients.ts";
import { data } from "./data.ts";
import { decks } from "./decks.ts";
import { cues, drill, failures, support, trade } from "./drill.ts";
import { exporting } from "./exporting.ts";
import { measures } from "./measures.ts";
import { player } from "./player.ts";
import { recovered, review, takes } from "./review.ts";
import { titles } from "./titles.ts";
import { voice } from "./voice.ts";

export const zhCN: Words = {
  app,
  home,
  settings,
  drill,
  failures,
  support,
  trade,
  cues,
  clients,
  review,
  recovered,
  takes,
  data,
  player,
  decks,
  voice,
  measures,
  titles,
  exporting,
};
