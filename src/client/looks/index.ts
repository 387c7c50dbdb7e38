/** The clients there are. One more is a file here, a line below, and a name in each language of `src/i18n`. */
import type { Look } from "../look.ts";
import { bello } from "./bello.ts";
import { berg } from "./berg.ts";
import { lin } from "./lin.ts";
import { silva } from "./silva.ts";
import { xu } from "./xu.ts";
import { zhou } from "./zhou.ts";

export const looks: readonly Look[] = [lin, zhou, xu, berg, bello, silva];

/** The look of that id; undefined for one an old take or a link names and we have since removed. */
export const lookOf = (id: string): Look | undefined => looks.find((look) => look.id === id);
