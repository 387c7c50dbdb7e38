import type { ReactElement } from "react";
import { problemSentence } from "../../prompts/problems.ts";
import { useApp } from "../services.tsx";
import type { Refusal } from "./useLibrary.ts";

/** Why something was not kept, in words. */
export function Trouble({ refusal, id }: Readonly<{ refusal: Refusal; id?: string }>): ReactElement {
  const { decks, titles } = useApp().words;
  return (
    <p className="trouble" role="alert" id={id}>
      {"problem" in refusal ? problemSentence(refusal.problem, decks) : titles.notKept[refusal.notKept]}
    </p>
  );
}
