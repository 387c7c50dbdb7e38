import type { ReactElement } from "react";
import { hairShapes, lockPath, strandPath } from "./hair.ts";
import type { Look } from "./look.ts";

type Props = { look: Look };

/** The mass behind the head and the neck. */
export function HairBehind({ look: { hair } }: Props): ReactElement {
  const shape = hairShapes[hair.shape];
  return (
    <g className="face-behind">
      <path d={shape.back} fill={hair.deep} />
      <path d={shape.behind} fill={hair.light} opacity="0.45" />
    </g>
  );
}

/** The shadow the locks throw on the skin. */
export function HairShadow({ look: { skin, hair } }: Props): ReactElement {
  return (
    <g className="face-hairline">
      <g opacity="0.38" transform="translate(5 10)">
        {hairShapes[hair.shape].locks.map((lock) => (
          <path key={lockPath(lock)} d={lockPath(lock)} fill={skin.deep} />
        ))}
      </g>
    </g>
  );
}

/** The locks in front of everything. */
export function HairFront({ look: { hair } }: Props): ReactElement {
  return (
    <g className="face-hair">
      {hairShapes[hair.shape].locks.map((lock) => (
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
  );
}
