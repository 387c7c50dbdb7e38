import type { ReactElement } from "react";
import type { Recovery } from "../studio/recoverDrafts.ts";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";

/** What a crash left, and that it is back. Nothing when there was no crash. */
export function RecoveredNotice({ recovery }: Readonly<{ recovery: Recovery }>): ReactElement | null {
  const { recovered: words } = useApp().words;
  const { takes, stuck } = recovery;
  if (takes.length === 0 && stuck.length === 0) return null;
  return (
    <div className="notice" role="status">
      {takes.length > 0 && (
        <p>
          {words.back(takes.length)}{" "}
          {takes.map((take) => (
            <a key={take.id} href={address.take(take.id)} lang={take.language}>
              {take.title.text}
            </a>
          ))}
        </p>
      )}
      {stuck.length > 0 && <p>{words.stuck(stuck.length)}</p>}
    </div>
  );
}
