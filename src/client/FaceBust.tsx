import { memo, type ReactElement } from "react";
import type { Url } from "./FaceDefs.tsx";
import { FaceLayers } from "./FaceLayers.tsx";
import { behindNeck, garments, neck, necklace } from "./garments.ts";
import type { Look } from "./look.ts";
import { place } from "./place.ts";

/** Neck, clothes and shoulders, as broad as their owner. */
export const FaceBust = memo(function FaceBust({ look, url }: { look: Look; url: Url }): ReactElement {
  return (
    <g transform={`translate(${place.centre} 0) scale(${look.build} 1) translate(${-place.centre} 0)`}>
      <FaceLayers look={look} of={behindNeck[look.wear.garment] ?? []} url={url} />
      <FaceLayers look={look} of={neck} url={url} />
      <FaceLayers look={look} of={garments[look.wear.garment]} url={url} />
      {look.necklace && <FaceLayers look={look} of={necklace} url={url} other={{ accent: look.necklace }} />}
    </g>
  );
});
