import { memo, type ReactElement } from "react";
import { beardPath, beardStrands, moustachePath } from "./beard.ts";
import type { Url } from "./FaceDefs.tsx";
import { earLinePath, earPath, lobeOf, nosePaths, shadePath } from "./head.ts";
import type { Look } from "./look.ts";
import { eyeX, sides } from "./place.ts";
import { foldPath } from "./wrinkles.ts";

type Props = { look: Look };

/** Both ears, one in the light and one in the shade, and what hangs on them. */
export const Ears = memo(function Ears({ look }: Props): ReactElement {
  const { skin } = look;
  return (
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
      {look.earring &&
        sides.map((side) => (
          <circle
            key={side}
            cx={lobeOf(look, side).x}
            cy={lobeOf(look, side).y}
            r="4"
            fill={look.earring ?? ""}
          />
        ))}
    </g>
  );
});

/** What the lamp does to the skin: warm cheeks, the side turned away from it, the sockets of the eyes. */
export const SkinLight = memo(function SkinLight({ look, url }: Props & { url: Url }): ReactElement {
  const { skin } = look;
  return (
    <g className="face-features">
      <g className="face-warmth">
        <ellipse cx="232" cy="296" rx="46" ry="36" fill={url("blush")} />
        <ellipse cx="362" cy="296" rx="44" ry="36" fill={url("blush")} />
        <ellipse cx="234" cy="276" rx="40" ry="17" fill={url("glow")} transform="rotate(14 234 276)" />
      </g>
      <path d={shadePath(look, "edge")} fill={skin.shade} opacity="0.35" />
      <path className="face-shade" d={shadePath(look, "core")} fill={skin.shade} />
      <ellipse cx={eyeX("left")} cy="224" rx="46" ry="26" fill={url("socket")} />
      <ellipse cx={eyeX("right")} cy="224" rx="46" ry="26" fill={url("socket")} />
    </g>
  );
});

/** The beard on the jaw, for who has one. */
export const Beard = memo(function Beard({ look, url }: Props & { url: Url }): ReactElement | null {
  const { beard } = look;
  if (!beard) return null;
  return (
    <>
      <path d={beardPath(look, beard.shape)} fill={url("beard")} opacity={beard.opacity} />
      <path
        d={beardStrands(look, beard.shape)}
        className="face-line"
        stroke={beard.light}
        strokeWidth="1.7"
        opacity={0.32 * beard.opacity}
      />
    </>
  );
});

/** And on the lip. */
export const Moustache = memo(function Moustache({
  look: { beard },
  url,
}: Props & { url: Url }): ReactElement | null {
  return beard && <path d={moustachePath(beard.shape)} fill={url("beard")} opacity={beard.opacity} />;
});

/** The lines a raised or a drawn brow makes above the eyes. */
export const ForeheadLines = memo(function ForeheadLines({ look: { skin } }: Props): ReactElement {
  return (
    <>
      <g className="face-line face-forehead" stroke={skin.deep} strokeWidth="2">
        <path d="M 258 164 C 276 158 296 160 312 163" />
        <path d="M 250 178 C 274 172 306 173 330 179" />
      </g>
      <g className="face-line face-frown" stroke={skin.line} strokeWidth="2.6">
        <path d="M 289 191 C 292 198 292 206 290 212" />
        <path d="M 310 194 C 307 201 307 207 309 212" />
      </g>
    </>
  );
});

/** The nose, and the fold from its wing to beside the mouth. */
export const Nose = memo(function Nose({ look }: Props): ReactElement {
  const { skin } = look;
  const nose = nosePaths(look);
  return (
    <>
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
        <path d={nose.base} className="face-line" stroke={skin.line} strokeWidth="2.2" opacity="0.75" />
        <path d={nose.nostrils} fill={skin.line} opacity="0.75" />
        <path d={nose.bridge} className="face-line" stroke={skin.line} strokeWidth="2" opacity="0.3" />
      </g>
    </>
  );
});
