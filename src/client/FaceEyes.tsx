import { memo, type ReactElement } from "react";
import { browPath } from "./brows.ts";
import {
  bagPath,
  creasePath,
  eyeOpening,
  eyeTurn,
  lashPath,
  lowerEdgePath,
  lowerLidPath,
  shutPath,
  upperLidPath,
} from "./eyes.ts";
import type { Url } from "./FaceDefs.tsx";
import { armPath, glintPath, lensPath } from "./glasses.ts";
import type { Look } from "./look.ts";
import { eyeX, place, type Side, sides } from "./place.ts";
import { crowPath } from "./wrinkles.ts";
import "./faceEyes.css";

/** Both eyes with their lids and lashes, and the brows above them. */
export const FaceEyes = memo(function FaceEyes({ look, url }: { look: Look; url: Url }): ReactElement {
  return (
    <>
      {sides.map((side) => (
        <Eye key={side} look={look} side={side} url={url} />
      ))}
      {sides.map((side) => (
        <g key={side} transform={`translate(${eyeX(side)} ${place.brow})`}>
          <path className={`face-brow face-${side}`} d={browPath(look, side)} fill={look.brow.color} />
        </g>
      ))}
    </>
  );
});

function Eye({ look, side, url }: { look: Look; side: Side; url: Url }): ReactElement {
  const { skin, eye } = look;
  return (
    <g transform={`translate(${eyeX(side)} ${place.eye})`} className={`face-${side}`}>
      <path d={bagPath(side)} className="face-line face-bag" stroke={skin.deep} strokeWidth="2.2" />
      <path d={crowPath(side)} className="face-line face-crow" stroke={skin.deep} strokeWidth="2" />
      <g transform={`rotate(${eyeTurn(look, side)}) scale(${1.07 * eye.size})`}>
        <g clipPath={url(side)}>
          <rect x="-40" y="-40" width="80" height="80" fill={eye.white} />
          <g className="face-gaze">
            <g className="face-drift">
              <circle cy="-2.5" r="11.6" fill={eye.ring} />
              <circle cy="-2.5" r="10.4" fill={url("iris")} />
              <circle cy="-2.5" r="4.9" fill="#0b0706" />
              <circle cx="-4" cy="-6.6" r="2.7" fill="#fff" opacity="0.95" />
              <circle cx="4.2" cy="2.2" r="1.5" fill="#fff" opacity="0.35" />
            </g>
          </g>
          <g className="face-lid-upper">
            <g className="face-blink-upper">
              <path d={upperLidPath(side, 4.5)} fill="#2a1610" opacity="0.32" />
              <path d={upperLidPath(side)} fill={skin.lid} />
            </g>
          </g>
          <g className="face-lid-lower">
            <path className="face-blink-lower" d={lowerLidPath(side)} fill={skin.base} />
          </g>
        </g>
        <g className="face-lid-lower">
          <path
            className="face-line face-blink-lower"
            d={lowerEdgePath(side)}
            stroke={skin.line}
            strokeWidth="1.8"
            opacity="0.6"
          />
        </g>
        <path
          className="face-line"
          d={creasePath(side)}
          stroke={skin.line}
          strokeWidth="2.2"
          opacity={0.65 * eye.crease}
        />
        <g className="face-lid-upper">
          <path className="face-blink-upper" d={lashPath(look, side)} fill={eye.lash} />
        </g>
        <g className="face-blink-shut">
          <path d={eyeOpening(side)} fill={skin.lid} />
          <path d={shutPath(side)} fill={eye.lash} />
        </g>
      </g>
    </g>
  );
}

/** The glasses, for who wears any. They sit on the nose. */
export const Glasses = memo(function Glasses({ look: { glasses } }: { look: Look }): ReactElement | null {
  if (!glasses) return null;
  const { frame, color, width } = glasses;
  return (
    <>
      {sides.map((side) => (
        <g key={side} transform={`translate(${eyeX(side)} ${place.eye})`}>
          <path d={lensPath(frame, side)} fill="#dfe9f2" opacity="0.07" />
          <path d={glintPath} fill="#fff" opacity="0.1" />
          <path d={lensPath(frame, side)} className="face-line" stroke={color} strokeWidth={width} />
          <path d={armPath(side)} className="face-line" stroke={color} strokeWidth={width * 0.9} />
        </g>
      ))}
    </>
  );
});
