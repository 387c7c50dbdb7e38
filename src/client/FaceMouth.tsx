import type { ReactElement } from "react";
import type { Look } from "./look.ts";
import { mouthPaths } from "./mouth.ts";
import { place } from "./place.ts";
import type { Pose } from "./pose.ts";
import "./faceMouth.css";

/** The mouth: the lips, what is between them, and their seam. */
export function FaceMouth({ look: { skin }, pose }: { look: Look; pose: Pose }): ReactElement {
  const mouth = mouthPaths(pose);
  return (
    <g transform={`translate(${place.centre} ${place.mouth})`}>
      <g className="face-mouth">
        <g className="face-lip-lower">
          <path className="face-d-under" d={mouth.under} fill={skin.deep} opacity="0.35" />
          <path className="face-d-lower" d={mouth.lower} fill={skin.lip} />
        </g>
        <g className="face-inside">
          <path className="face-d-inside" d={mouth.inside} fill="#3a1714" />
          <path className="face-d-teeth" d={mouth.teeth} fill="#e3d5c8" opacity="0.85" />
        </g>
        <path
          className="face-line face-d-corners"
          d={mouth.corners}
          stroke={skin.deep}
          strokeWidth="2"
          opacity="0.28"
        />
        <path className="face-d-upper" d={mouth.upper} fill={skin.lipDark} />
        <path className="face-line face-d-seam" d={mouth.seam} stroke="#5a2722" strokeWidth="2.4" />
      </g>
    </g>
  );
}
