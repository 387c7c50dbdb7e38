import { memo, type ReactElement } from "react";
import { eyeOpening } from "./eyes.ts";
import { headPath } from "./head.ts";
import type { Look } from "./look.ts";
import { sides } from "./place.ts";

/** Where a paint or a clip of this drawing is found, by its name: several faces may stand on one page. */
export type Url = (name: string) => string;

/** The paints and clips of the drawing, each under the drawing's id and its name. */
export const FaceDefs = memo(function FaceDefs({ id, look }: { id: string; look: Look }): ReactElement {
  const { skin, eye } = look;
  return (
    <defs>
      <radialGradient id={`${id}lamp`}>
        <stop offset="0" stopColor="#8fa3b8" stopOpacity="0.2" />
        <stop offset="0.55" stopColor="#8fa3b8" stopOpacity="0.09" />
        <stop offset="1" stopColor="#8fa3b8" stopOpacity="0" />
      </radialGradient>
      <radialGradient id={`${id}dusk`}>
        <stop offset="0" stopColor="#0a131d" />
        <stop offset="0.8" stopColor="#0a131d" />
        <stop offset="1" stopColor="#0a131d" stopOpacity="0" />
      </radialGradient>
      <linearGradient id={`${id}skin`} x1="0.1" y1="0" x2="0.8" y2="1">
        <stop offset="0" stopColor={skin.light} />
        <stop offset="0.55" stopColor={skin.base} />
        <stop offset="1" stopColor={skin.base} />
      </linearGradient>
      <radialGradient id={`${id}blush`}>
        <stop offset="0" stopColor={skin.blush} stopOpacity="0.2" />
        <stop offset="1" stopColor={skin.blush} stopOpacity="0" />
      </radialGradient>
      <radialGradient id={`${id}glow`}>
        <stop offset="0" stopColor={skin.light} stopOpacity="0.75" />
        <stop offset="1" stopColor={skin.light} stopOpacity="0" />
      </radialGradient>
      <radialGradient id={`${id}socket`}>
        <stop offset="0" stopColor={skin.deep} stopOpacity="0.36" />
        <stop offset="0.6" stopColor={skin.deep} stopOpacity="0.18" />
        <stop offset="1" stopColor={skin.deep} stopOpacity="0" />
      </radialGradient>
      <radialGradient id={`${id}iris`} cx="0.5" cy="0.7" r="0.6">
        <stop offset="0" stopColor={eye.iris} />
        <stop offset="1" stopColor={eye.ring} />
      </radialGradient>
      <linearGradient id={`${id}cloth`} x1="0" y1="0" x2="1" y2="0.3">
        <stop offset="0" stopColor={look.wear.jacketLight} />
        <stop offset="0.45" stopColor={look.wear.jacket} />
        <stop offset="1" stopColor={look.wear.jacketDark} />
      </linearGradient>
      <radialGradient id={`${id}screen`}>
        <stop offset="0" stopColor="#b9dcff" stopOpacity="0.4" />
        <stop offset="0.5" stopColor="#9fcbff" stopOpacity="0.2" />
        <stop offset="1" stopColor="#9fcbff" stopOpacity="0" />
      </radialGradient>
      {look.beard && (
        <linearGradient id={`${id}beard`} gradientUnits="userSpaceOnUse" x1="200" y1="300" x2="405" y2="330">
          <stop offset="0" stopColor={look.beard.base} />
          <stop offset="0.5" stopColor={look.beard.base} />
          <stop offset="1" stopColor={look.beard.deep} />
        </linearGradient>
      )}
      <clipPath id={`${id}head`}>
        <path d={headPath(look)} />
      </clipPath>
      {sides.map((side) => (
        <clipPath id={`${id}${side}`} key={side}>
          <path d={eyeOpening(side)} />
        </clipPath>
      ))}
    </defs>
  );
});
