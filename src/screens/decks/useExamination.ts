import { useEffect, useState } from "react";
import type { Source } from "../../prompts/importing/examine.ts";
import { examineInWorker } from "../../prompts/importing/importer.ts";
import type { Preview } from "../../prompts/importing/preview.ts";
import type { Library, Wish } from "../../prompts/importing/target.ts";

/** What is known of what was brought. While it is looked at anew, what was seen before stays to be read. */
export type Examination =
  | Readonly<{ step: "nothing" | "failed" }>
  | Readonly<{ step: "looking"; seen: Preview | null }>
  | Readonly<{ step: "seen"; seen: Preview }>;

/**
 * Examines what is brought beside the page, and again when the library or a wish is another; the work that nobody
 * waits for any more is ended.
 * @param source null: nothing is brought, or it was given up
 */
export function useExamination(source: Source | null, library: Library, wish: Wish): Examination {
  const [examination, setExamination] = useState<Examination>({ step: "nothing" });
  useEffect(() => {
    if (source === null) {
      setExamination({ step: "nothing" });
      return;
    }
    const work = new AbortController();
    setExamination((now) => ({ step: "looking", seen: "seen" in now ? now.seen : null }));
    examineInWorker({ source, library, wish }, work.signal).then(
      (seen) => setExamination({ step: "seen", seen }),
      () => work.signal.aborted || setExamination({ step: "failed" }),
    );
    return () => work.abort();
  }, [source, library, wish]);
  return examination;
}
