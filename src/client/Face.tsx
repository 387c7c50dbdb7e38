import "./face.css"; // first: the parts bring their own, and faceStill.css stops them all
import { type CSSProperties, memo, type ReactElement, useCallback, useId } from "react";
import { FaceBust } from "./FaceBust.tsx";
import { FaceDefs } from "./FaceDefs.tsx";
import { FaceEyes, Glasses } from "./FaceEyes.tsx";
import { HairBehind, HairFront, HairOnShoulder, HairShadow } from "./FaceHair.tsx";
import { FaceHands } from "./FaceHands.tsx";
import { Beard, Ears, ForeheadLines, Moustache, Nose, SkinLight } from "./FaceHead.tsx";
import { FaceMouth } from "./FaceMouth.tsx";
import { chinLightPath, headPath } from "./head.ts";
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
  /** What is said while speaking: the mouth says that, in the time it takes. Without it, it talks on. */
  line?: string | null;
  /** The client nods now and then. */
  nodding?: boolean;
};

/**
 * The client, head and shoulders. It fills its container and brings no background but a little light. It is drawn anew
 * only when something about it changes: the screen around it ticks.
 */
export const Face = memo(function Face({
  expression,
  speaking,
  still = false,
  label,
  look = lin,
  line = null,
  nodding = false,
}: Props): ReactElement {
  const id = useId();
  const pose = speaking ? speakingPose(poses[expression]) : poses[expression];
  const url = useCallback((name: string) => `url(#${id}${name})`, [id]);
  return (
    <svg
      className="face"
      viewBox="40 17 520 520"
      role="img"
      aria-label={label}
      data-look={look.id}
      data-expression={expression}
      data-speaking={speaking}
      data-nodding={nodding}
      data-still={still}
      style={poseVariables(look, pose) as CSSProperties}
    >
      <FaceDefs id={id} look={look} />
      <ellipse className="face-lamp" cx="290" cy="260" rx="250" ry="240" fill={url("lamp")} />
      <g className="face-lean">
        <g className="face-head">
          <g className="face-life">
            <HairBehind look={look} />
          </g>
        </g>

        <g className="face-breath">
          <FaceBust look={look} url={url} />
        </g>

        <g className="face-head">
          <g className="face-life">
            <HairOnShoulder look={look} />
            <Ears look={look} />
            <g className="face-jaw">
              <path d={headPath(look)} fill={url("skin")} />
              <g clipPath={url("head")}>
                <SkinLight look={look} url={url} />
                <HairShadow look={look} />
              </g>
              <Beard look={look} url={url} />
              <g clipPath={url("head")}>
                <g className="face-glow" data-on={pose.gesture === "phone"}>
                  <ellipse cx="300" cy="430" rx="150" ry="150" fill={url("screen")} />
                  <path d={chinLightPath(look)} fill="#d4eaff" opacity="0.4" />
                </g>
              </g>
            </g>
            <g className="face-features">
              <g className="face-nod">
                <ForeheadLines look={look} />
                <FaceEyes look={look} url={url} />
                <Moustache look={look} url={url} />
                <Nose look={look} />
                <Glasses look={look} />
                <FaceMouth
                  look={look}
                  expression={expression}
                  speaking={speaking}
                  still={still}
                  line={line}
                />
              </g>
            </g>
            <HairFront look={look} />
          </g>
        </g>

        <FaceHands look={look} gesture={pose.gesture} url={url} />
      </g>
      <ellipse className="face-dusk" cx="300" cy="290" rx="300" ry="300" fill={url("dusk")} />
    </svg>
  );
});
