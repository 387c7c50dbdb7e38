import { type CSSProperties, type ReactElement, useId } from "react";
import "./face.css";
import {
  bagPath,
  blinkCycle,
  browPath,
  browShift,
  creasePath,
  crowPath,
  earLinePath,
  earPath,
  eyeOpening,
  eyeTurn,
  foldPath,
  garments,
  hairShapes,
  headPath,
  jawScale,
  type Look,
  lashPath,
  lensPath,
  lin,
  lines,
  lobeOf,
  lockPath,
  lowerEdgePath,
  lowerLidPath,
  lowerLidScale,
  mouthPaths,
  neck,
  nosePaths,
  type Paint,
  type Pose,
  place,
  poses,
  type Side,
  shadePath,
  shutPath,
  sides,
  speakingPose,
  strandPath,
  upperLidPath,
  upperLidScale,
} from "./faceModel.ts";
import type { Expression } from "./mood.ts";

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
  const { skin, hair, eye } = look;
  const shape = hairShapes[hair.shape];
  const mouth = mouthPaths(pose);
  const nose = nosePaths(look);
  const lobe = lobeOf(look);
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
      style={variables(look, pose)}
    >
      <defs>
        <radialGradient id={`${id}lamp`}>
          <stop offset="0" stopColor="#8fa3b8" stopOpacity="0.2" />
          <stop offset="0.55" stopColor="#8fa3b8" stopOpacity="0.09" />
          <stop offset="1" stopColor="#8fa3b8" stopOpacity="0" />
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
        <clipPath id={`${id}head`}>
          <path d={headPath(look)} />
        </clipPath>
        {sides.map((side) => (
          <clipPath id={`${id}${side}`} key={side}>
            <path d={eyeOpening(side)} />
          </clipPath>
        ))}
      </defs>

      <ellipse className="face-lamp" cx="290" cy="260" rx="250" ry="240" fill={url("lamp")} />
      <g>
        <g className="face-lean">
          <g className="face-head">
            <g className="face-breath-head">
              <g className="face-behind">
                <path d={shape.back} fill={hair.deep} />
                <path d={shape.behind} fill={hair.light} opacity="0.45" />
              </g>
            </g>
          </g>

          <g className="face-breath">
            <Bust look={look} url={url} />
          </g>

          <g className="face-head">
            <g className="face-breath-head">
              <g className="face-ears">
                {sides.map((side) => (
                  <g key={side}>
                    <path d={earPath(look, side)} fill={side === "left" ? skin.base : skin.shade} />
                    <path
                      d={earLinePath(look, side)}
                      className="face-line"
                      stroke={skin.deep}
                      strokeWidth="2.4"
                      opacity="0.7"
                    />
                  </g>
                ))}
                {look.earring && <circle cx={lobe.x} cy={lobe.y} r="4" fill={look.earring} />}
              </g>
              <g className="face-jaw">
                <path d={headPath(look)} fill={url("skin")} />
                <g clipPath={url("head")}>
                  <g className="face-features">
                    <g className="face-warmth">
                      <ellipse cx="232" cy="296" rx="46" ry="36" fill={url("blush")} />
                      <ellipse cx="362" cy="296" rx="44" ry="36" fill={url("blush")} />
                      <ellipse
                        cx="234"
                        cy="276"
                        rx="40"
                        ry="17"
                        fill={url("glow")}
                        transform="rotate(14 234 276)"
                      />
                    </g>
                    <path d={shadePath(look, "edge")} fill={skin.shade} opacity="0.35" />
                    <path className="face-shade" d={shadePath(look, "core")} fill={skin.shade} />
                    <ellipse
                      cx={place.centre - place.eyeApart}
                      cy="224"
                      rx="46"
                      ry="26"
                      fill={url("socket")}
                    />
                    <ellipse
                      cx={place.centre + place.eyeApart}
                      cy="224"
                      rx="46"
                      ry="26"
                      fill={url("socket")}
                    />
                  </g>
                  <g className="face-hairline">
                    <g opacity="0.38" transform="translate(5 10)">
                      {shape.locks.map((lock) => (
                        <path key={lockPath(lock)} d={lockPath(lock)} fill={skin.deep} />
                      ))}
                    </g>
                  </g>
                </g>
              </g>

              <g className="face-features">
                <g className="face-line face-forehead" stroke={skin.deep} strokeWidth="2">
                  <path d="M 258 164 C 276 158 296 160 312 163" />
                  <path d="M 250 178 C 274 172 306 173 330 179" />
                </g>
                <g className="face-line face-frown" stroke={skin.line} strokeWidth="2.6">
                  <path d="M 289 191 C 292 198 292 206 290 212" />
                  <path d="M 310 194 C 307 201 307 207 309 212" />
                </g>
                {sides.map((side) => (
                  <Eye key={side} look={look} side={side} url={url} />
                ))}
                {sides.map((side) => (
                  <g key={side} transform={`translate(${at(side)} ${place.brow})`}>
                    <path
                      className={`face-brow face-${side}`}
                      d={browPath(look, side)}
                      fill={look.brow.color}
                    />
                  </g>
                ))}
                {sides.map((side) => (
                  <path
                    key={side}
                    d={foldPath(side)}
                    className="face-line face-fold"
                    stroke={skin.deep}
                    strokeWidth="2.6"
                  />
                ))}
                <g className="face-nose">
                  <path d={nose.plane} fill={skin.shade} opacity="0.5" />
                  <path d={nose.under} fill={skin.deep} opacity="0.3" />
                  <path d={nose.ridge} fill={skin.light} opacity="0.7" />
                  <path
                    d={nose.base}
                    className="face-line"
                    stroke={skin.line}
                    strokeWidth="2.2"
                    opacity="0.75"
                  />
                  <path d={nose.nostrils} fill={skin.line} opacity="0.75" />
                  <path
                    d={nose.bridge}
                    className="face-line"
                    stroke={skin.line}
                    strokeWidth="2"
                    opacity="0.3"
                  />
                </g>
                {look.glasses &&
                  sides.map((side) => (
                    <g key={side} transform={`translate(${at(side)} ${place.eye})`}>
                      <path
                        d={lensPath(side)}
                        className="face-line"
                        stroke={look.glasses ?? "none"}
                        strokeWidth="3.4"
                      />
                    </g>
                  ))}
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
                    <path
                      className="face-line face-d-seam"
                      d={mouth.seam}
                      stroke="#5a2722"
                      strokeWidth="2.4"
                    />
                  </g>
                </g>
              </g>

              <g className="face-hair">
                {shape.locks.map((lock) => (
                  <g key={lockPath(lock)}>
                    <path d={lockPath(lock)} fill={hair.base} />
                    {lock.strands.map((strand) => (
                      <path
                        key={strand.at}
                        d={strandPath(lock, strand)}
                        fill={hair[strand.tone]}
                        opacity={strand.opacity}
                      />
                    ))}
                  </g>
                ))}
              </g>
            </g>
          </g>
        </g>
      </g>
    </svg>
  );
}

type Url = (name: string) => string;
const at = (side: Side) => place.centre + (side === "left" ? -place.eyeApart : place.eyeApart);

function Eye({ look, side, url }: { look: Look; side: Side; url: Url }): ReactElement {
  const { skin, eye } = look;
  return (
    <g transform={`translate(${at(side)} ${place.eye})`} className={`face-${side}`}>
      <path d={bagPath(side)} className="face-line face-bag" stroke={skin.deep} strokeWidth="2.2" />
      <path d={crowPath(side)} className="face-line face-crow" stroke={skin.deep} strokeWidth="2" />
      <g transform={`rotate(${eyeTurn(look, side)}) scale(1.07)`}>
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
          opacity="0.65"
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

/** Neck, collar and shoulders. */
function Bust({ look: { skin, wear }, url }: { look: Look; url: Url }): ReactElement {
  const colors: Record<Paint, string> = {
    skin: skin.base,
    skinShade: skin.shade,
    skinDeep: skin.deep,
    ...wear,
    cloth: url("cloth"),
  };
  return (
    <>
      {[...neck, ...garments[wear.garment]].map(({ d, paint, line, opacity = 1 }) =>
        line ? (
          <path
            key={d}
            d={d}
            className="face-line"
            stroke={colors[paint]}
            strokeWidth={line}
            opacity={opacity}
          />
        ) : (
          <path key={d} d={d} fill={colors[paint]} opacity={opacity} />
        ),
      )}
    </>
  );
}

/** The pose as custom properties: the style sheet turns them into transforms, and eases from one to the next. */
function variables(look: Look, pose: Pose): CSSProperties {
  const mouth = mouthPaths(pose);
  const line = lines(look, pose);
  const cycle = blinkCycle(pose);
  const values: Record<`--face-${string}`, string | number> = {
    "--face-tilt": `${pose.headTilt}deg`,
    "--face-turn": pose.headTurn,
    "--face-drop": pose.headDrop,
    "--face-forward": pose.lean,
    "--face-gaze-x": pose.gazeX,
    "--face-gaze-y": pose.gazeY,
    "--face-jaw": jawScale(pose),
    "--face-fold": line.fold,
    "--face-frown": line.frown,
    "--face-forehead": line.forehead,
    "--face-crow": line.crow,
    "--face-bag": line.bag,
    "--face-light": pose.light,
    "--face-breath": `${pose.breath}px`,
    "--face-blink": cycle === null ? "0s" : `${cycle}s`,
    "--face-d-upper": `path("${mouth.upper}")`,
    "--face-d-lower": `path("${mouth.lower}")`,
    "--face-d-inside": `path("${mouth.inside}")`,
    "--face-d-teeth": `path("${mouth.teeth}")`,
    "--face-d-seam": `path("${mouth.seam}")`,
    "--face-d-corners": `path("${mouth.corners}")`,
    "--face-d-under": `path("${mouth.under}")`,
  };
  for (const side of sides) {
    const brow = browShift(pose, side);
    values[`--face-brow-x-${side}`] = `${brow.x}px`;
    values[`--face-brow-y-${side}`] = `${brow.y}px`;
    values[`--face-brow-turn-${side}`] = `${brow.turn}deg`;
    values[`--face-upper-${side}`] = upperLidScale(pose, side);
    values[`--face-lower-${side}`] = lowerLidScale(pose, side);
    values[`--face-slant-${side}`] = `${(side === "left" ? 1 : -1) * pose.lidSlant[side]}deg`;
  }
  return values as CSSProperties;
}
