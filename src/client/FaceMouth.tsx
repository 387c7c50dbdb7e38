import { memo, type ReactElement, type RefObject, useEffect, useRef } from "react";
import { fork } from "../lib/random.ts";
import type { Look } from "./look.ts";
import { type Expression, expressions } from "./mood.ts";
import { mouthPaths } from "./mouth.ts";
import { place } from "./place.ts";
import { poses } from "./poses.ts";
import { jawFrames, talkOf, type Viseme, visemeFrames, visemePose, visemes } from "./talk.ts";
import "./faceMouth.css";

type Props = {
  look: Look;
  expression: Expression;
  speaking: boolean;
  still: boolean;
  /** What is said, when it is known: the mouth says that. */
  line: string | null;
};

/**
 * The mouth, once for every expression and once for every viseme. They lie on top of each other and one is seen: so
 * nothing is drawn anew when the mood changes or a word is said, it only fades or stretches.
 */
export function FaceMouth({ look, expression, speaking, still, line }: Props): ReactElement {
  const talk = useRef<SVGGElement>(null);
  useTalk(talk, { look, expression, speaking, still, line });
  return (
    <g transform={`translate(${place.centre} ${place.mouth})`}>
      {expressions.map((name) => (
        <g key={name} className="face-rest" data-on={name === expression && !speaking}>
          <MouthShape look={look} expression={name} />
        </g>
      ))}
      <g ref={talk} className="face-talk" data-on={speaking}>
        {visemes.map((viseme) => (
          <g key={viseme} className="face-viseme" data-viseme={viseme}>
            <MouthShape look={look} expression={expression} viseme={viseme} />
          </g>
        ))}
      </g>
    </g>
  );
}

/** Sets the visemes and the jaw going while the client speaks, on the compositor: no script runs meanwhile. */
function useTalk(
  group: RefObject<SVGGElement | null>,
  { look, expression, speaking, still, line }: Props,
): void {
  useEffect(() => {
    const { current } = group;
    if (!current || !speaking || still || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const talk = talkOf(line, fork(0, look.id));
    const timing: KeyframeAnimationOptions = {
      duration: (talk.length * 1000) / (line === null ? look.voice.rate : 1),
      ...(line === null ? { iterations: Number.POSITIVE_INFINITY } : { fill: "forwards" }),
    };
    const running: Animation[] = [];
    for (const viseme of visemes) {
      const { shown, shape } = visemeFrames(talk, viseme, poses[expression], look.lips);
      const element = current.querySelector(`[data-viseme="${viseme}"]`);
      if (!element) continue;
      running.push(element.animate(shown as Keyframe[], timing));
      if (shape.length > 0) running.push(element.animate(shape as Keyframe[], timing));
    }
    const jaw = current.ownerSVGElement?.querySelector(".face-jaw");
    if (jaw) running.push(jaw.animate(jawFrames(talk) as Keyframe[], timing));
    return () => {
      for (const animation of running) animation.cancel();
    };
  }, [group, look, expression, speaking, still, line]);
}

type Shape = { look: Look; expression: Expression; viseme?: Viseme };

/** Lips, what is between them, and their seam: at rest, or at a sound. */
const MouthShape = memo(function MouthShape({
  look: { skin, lips },
  expression,
  viseme,
}: Shape): ReactElement {
  const pose = viseme ? visemePose(poses[expression], viseme) : poses[expression];
  const mouth = mouthPaths(pose, lips);
  return (
    <>
      <path d={mouth.under} fill={skin.deep} opacity="0.35" />
      <path d={mouth.lower} fill={skin.lip} />
      {pose.mouthOpen > 0 && <path d={mouth.inside} fill="#3a1714" />}
      {pose.mouthOpen > 0 && <path d={mouth.teeth} fill="#e3d5c8" opacity="0.9" />}
      <path className="face-line" d={mouth.corners} stroke={skin.deep} strokeWidth="2" opacity="0.28" />
      <path d={mouth.upper} fill={skin.lipDark} />
      <path className="face-line" d={mouth.seam} stroke="#5a2722" strokeWidth="2.4" />
    </>
  );
});
