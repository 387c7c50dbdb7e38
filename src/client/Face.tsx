import "./face.css"; // first: the parts bring their own, and faceStill.css stops them all
import { type CSSProperties, type ReactElement, useId } from "react";
import { FaceBust } from "./FaceBust.tsx";
import { FaceDefs } from "./FaceDefs.tsx";
import { FaceEyes, Glasses } from "./FaceEyes.tsx";
import { HairBehind, HairFront, HairShadow } from "./FaceHair.tsx";
import { Ears, ForeheadLines, Nose, SkinLight } from "./FaceHead.tsx";
import { FaceMouth } from "./FaceMouth.tsx";
import { headPath } from "./head.ts";
import type { Look } from "./look.ts";
import { lin } from "./looks/lin.ts";
import type { Expression } from "./mood.ts";
import { speakingPose } from "./pose.ts";
import { poses } from "./poses.ts";
import { poseVariables } from "./poseVariables.ts";
import "./faceStill.css";

type Props = {
  expression: Expression;
  /** The client is talking: the mouth moves. */
  speaking: boolean;
  /** Nothing moves: for pictures and replays. */
  still?: boolean;
  /** What a screen reader says, in the user's language. */
  label: string;
  look?: Look;
};

/** The client, head and shoulders. It fills its container and brings no background but a little light. */
export function Face({ expression, speaking, still = false, label, look = lin }: Props): ReactElement {
  const id = useId();
  const pose = speaking ? speakingPose(poses[expression]) : poses[expression];
  const url = (name: string) => `url(#${id}${name})`;
  return (
    <svg
      className="face"
      viewBox="40 17 520 520"
      role="img"
      aria-label={label}
      data-expression={expression}
      data-speaking={speaking}
      data-still={still}
      style={poseVariables(look, pose) as CSSProperties}
    >
      <FaceDefs id={id} look={look} />
      <ellipse className="face-lamp" cx="290" cy="260" rx="250" ry="240" fill={url("lamp")} />
      <g>
        <g className="face-lean">
          <g className="face-head">
            <g className="face-breath-head">
              <HairBehind look={look} />
            </g>
          </g>

          <g className="face-breath">
            <FaceBust look={look} url={url} />
          </g>

          <g className="face-head">
            <g className="face-breath-head">
              <Ears look={look} />
              <g className="face-jaw">
                <path d={headPath(look)} fill={url("skin")} />
                <g clipPath={url("head")}>
                  <SkinLight look={look} url={url} />
                  <HairShadow look={look} />
                </g>
              </g>
              <g className="face-features">
                <ForeheadLines look={look} />
                <FaceEyes look={look} url={url} />
                <Nose look={look} />
                <Glasses look={look} />
                <FaceMouth look={look} pose={pose} />
              </g>
              <HairFront look={look} />
            </g>
          </g>
        </g>
      </g>
    </svg>
  );
}
