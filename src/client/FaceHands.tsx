import type { ReactElement } from "react";
import type { Url } from "./FaceDefs.tsx";
import { FaceLayers } from "./FaceLayers.tsx";
import { type Gesture, gestures, hands } from "./gestures.ts";
import type { Look } from "./look.ts";
import "./faceHands.css";

/** The hands, waiting below the picture until one is wanted. */
export function FaceHands({
  look,
  gesture,
  url,
}: {
  look: Look;
  gesture: Gesture | null;
  url: Url;
}): ReactElement {
  return (
    <>
      {gestures.map((name) => (
        <g key={name} className="face-hand" data-gesture={name} data-on={name === gesture}>
          <g transform={hands[name].stand}>
            <FaceLayers look={look} of={hands[name].layers} url={url} />
          </g>
        </g>
      ))}
    </>
  );
}
