import { type ReactElement, useRef } from "react";
import type { Language } from "../../prompts/deck.ts";
import { useApp } from "../services.tsx";

type EditorProps = Readonly<{
  language: Language;
  count: number;
  bullets: readonly string[];
  change(bullets: readonly string[]): void;
}>;

/** Longer bullets are no bullets: nobody reads a sentence while speaking. */
const LONGEST = 60;

/** Where the outline is written while one thinks: a line a bullet, Enter leads to the next. */
export function OutlineEditor({ language, count, bullets, change }: EditorProps): ReactElement {
  const { outline } = useApp().words.drill;
  const list = useRef<HTMLOListElement>(null);
  const goOn = (index: number) => {
    const fields = list.current?.querySelectorAll("input");
    const next = fields?.[index + 1];
    if (next) next.focus();
    else fields?.[index]?.blur(); // and the space bar begins
  };
  return (
    <div className="outline-editor">
      <p className="quiet">{outline.write(count)}</p>
      <ol ref={list}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bullet is its place
          <li key={index}>
            <input
              type="text"
              lang={language}
              maxLength={LONGEST}
              autoComplete="off"
              aria-label={outline.bullet(index + 1)}
              // biome-ignore lint/a11y/noAutofocus: there is nothing else to do here, and the clock runs
              autoFocus={index === 0}
              value={bullets[index] ?? ""}
              onChange={(event) =>
                change(
                  Array.from({ length: count }, (_, at) =>
                    at === index ? event.target.value : (bullets[at] ?? ""),
                  ),
                )
              }
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return; // Enter also ends a Chinese word
                event.preventDefault();
                goOn(index);
              }}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

type Props = Readonly<{ language: Language; bullets: readonly string[]; hidden: boolean }>;

/** The outline beside the speaker; a blank takes it away. */
export function Outline({ language, bullets, hidden }: Props): ReactElement | null {
  const { outline } = useApp().words.drill;
  const written = bullets.filter((bullet) => bullet.trim() !== "");
  if (written.length === 0) return null;
  return (
    <ol className="outline" lang={language} aria-label={outline.heading} data-hidden={hidden}>
      {(hidden ? [] : written).map((bullet) => (
        <li key={bullet}>{bullet}</li>
      ))}
    </ol>
  );
}
