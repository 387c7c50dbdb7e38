import type { ReactElement } from "react";
import { useApp } from "../services.tsx";
import { useTakes } from "../useTakes.ts";
import { BackupPanel } from "./BackupPanel.tsx";
import { ErasePanel } from "./ErasePanel.tsx";
import { InspectPanel } from "./InspectPanel.tsx";
import { SpacePanel } from "./SpacePanel.tsx";

/** Where the recordings are, how much room there is, and what can be done with them. */
export function DataSettings(): ReactElement | null {
  const { words, keeping } = useApp();
  const { list, reload } = useTakes();
  if (!keeping || list === undefined || list === "failed") return null; // the start page says why nothing is kept
  return (
    <section className="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{words.data.heading}</h2>
      <p>{words.data.where}</p>
      <SpacePanel takes={list.takes} />
      <BackupPanel keeping={keeping} onRestored={reload} />
      <InspectPanel keeping={keeping} onErased={reload} />
      <ErasePanel keeping={keeping} count={list.takes.length} onErased={reload} />
    </section>
  );
}
