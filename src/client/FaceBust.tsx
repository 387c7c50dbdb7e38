import type { ReactElement } from "react";
import type { Url } from "./FaceDefs.tsx";
import { garments, neck, type Paint } from "./garments.ts";
import type { Look } from "./look.ts";

/** Neck, collar and shoulders. */
export function FaceBust({ look: { skin, wear }, url }: { look: Look; url: Url }): ReactElement {
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
