import { type ReactElement, useEffect, useState } from "react";
import type { StoreProblem } from "../../store/errors.ts";
import type { FinishedTake } from "../../studio/finishTake.ts";
import { useApp } from "../services.tsx";

/** A take that could not be stored: its sound as a file, while the tab still has it. */
export function SaveFile({
  finished,
  problem,
}: Readonly<{ finished: FinishedTake; problem: StoreProblem }>): ReactElement {
  const { review } = useApp().words;
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(finished.audio);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [finished.audio]);
  const ending = finished.audio.type.includes("mp4") ? "m4a" : "webm";
  const name = `offscript-${finished.take.started.local.replaceAll(":", "-")}.${ending}`;
  return (
    <p className="notice" role="alert">
      {problem === "full" ? review.unsaved.full : review.unsaved.other}{" "}
      <a href={url} download={name}>
        {review.saveFile}
      </a>
    </p>
  );
}
