import { memo, type ReactElement } from "react";
import type { Url } from "./FaceDefs.tsx";
import type { Layer, Paint } from "./layers.ts";
import type { Look } from "./look.ts";

type Props = {
  look: Look;
  of: readonly Layer[];
  url: Url;
  /** What is painted otherwise than the look says. */
  other?: Partial<Record<Paint, string>>;
};

/** Layers in the colours of a person. */
export const FaceLayers = memo(function FaceLayers({
  look: { skin, wear },
  of,
  url,
  other,
}: Props): ReactElement {
  const colors: Record<Paint, string> = {
    skin: skin.base,
    skinLight: skin.light,
    skinShade: skin.shade,
    skinDeep: skin.deep,
    skinLine: skin.line,
    ...wear,
    cloth: url("cloth"),
    black: "#0e1013",
    steel: "#aeb8c2",
    glass: "#cfe6ff",
    dial: "#f4f1ea",
    ...other,
  };
  return (
    <>
      {of.map(({ d, paint, line, opacity = 1 }) =>
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
});
