import { memo, type ReactElement } from "react";
import { type HairPiece, lockPath, strandPath } from "./hair.ts";
import { hairShapes } from "./hairShapes.ts";
import type { Look } from "./look.ts";
import { place } from "./place.ts";

type Props = { look: Look };

/** Hair is drawn for a face of width 1, and is as wide as the face it grows on. */
const asWide = ({ faceWidth }: Look) =>
  `translate(${place.centre} 0) scale(${faceWidth} 1) translate(${-place.centre} 0)`;

function Pieces({ look: { hair }, of }: Props & { of: readonly HairPiece[] }): ReactElement {
  return (
    <>
      {of.map(({ d, tone, line, opacity = 1 }) =>
        line ? (
          <path
            key={d}
            d={d}
            className="face-line"
            stroke={hair[tone]}
            strokeWidth={line}
            opacity={opacity}
          />
        ) : (
          <path key={d} d={d} fill={hair[tone]} opacity={opacity} />
        ),
      )}
    </>
  );
}

/** The mass behind the head and the neck. */
export const HairBehind = memo(function HairBehind({ look }: Props): ReactElement {
  return (
    <g className="face-behind">
      <g transform={asWide(look)}>
        <Pieces look={look} of={hairShapes[look.hair.shape].behind} />
      </g>
    </g>
  );
});

/** What falls over the shoulder. */
export const HairOnShoulder = memo(function HairOnShoulder({ look }: Props): ReactElement | null {
  const { shoulder } = hairShapes[look.hair.shape];
  if (shoulder.length === 0) return null;
  return (
    <g className="face-behind">
      <Pieces look={look} of={shoulder} />
    </g>
  );
});

/** The shadow the hair throws on the skin. */
export const HairShadow = memo(function HairShadow({ look }: Props): ReactElement {
  const { locks, front } = hairShapes[look.hair.shape];
  const mass = front.find(({ line, tone }) => !line && tone === "base" && locks.length === 0);
  return (
    <g className="face-hairline">
      <g opacity="0.38" transform={`translate(5 10) ${asWide(look)}`}>
        {locks.map((lock) => (
          <path key={lockPath(lock)} d={lockPath(lock)} fill={look.skin.deep} />
        ))}
        {mass && look.hair.shape !== "bald" && <path d={mass.d} fill={look.skin.deep} />}
      </g>
    </g>
  );
});

/** The locks in front of everything. */
export const HairFront = memo(function HairFront({ look }: Props): ReactElement {
  const { hair } = look;
  const { locks, front } = hairShapes[hair.shape];
  return (
    <g className="face-hair">
      <g transform={asWide(look)}>
        {locks.map((lock) => (
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
        <Pieces look={look} of={front} />
      </g>
    </g>
  );
});
