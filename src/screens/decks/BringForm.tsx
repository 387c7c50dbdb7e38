import { type ClipboardEvent, type ReactElement, useRef } from "react";
import type { Source } from "../../prompts/importing/examine.ts";
import { useApp } from "../services.tsx";

type Props = Readonly<{
  pasted: string;
  onPasted(text: string): void;
  onSource(source: Source): void;
}>;

/** A field that is handed more than this takes seconds to lay it out: so much is looked at without being shown. */
const LARGE = 50_000;

/** Where titles are pasted or written, or a file is chosen. */
export function BringForm({ pasted, onPasted, onSource }: Props): ReactElement {
  const { titles: text } = useApp().words;
  const chooser = useRef<HTMLInputElement>(null);
  const paste = (event: ClipboardEvent) => {
    const brought = event.clipboardData.getData("text/plain");
    if (brought.length <= LARGE) return;
    event.preventDefault();
    onSource({ pasted: brought });
  };
  return (
    <form
      className="bring-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSource({ pasted });
      }}
    >
      <p className="lead" id="bring-lead">
        {text.bringLead}
      </p>
      <textarea
        className="field"
        rows={10}
        aria-label={text.paste}
        aria-describedby="bring-lead"
        placeholder={text.paste}
        value={pasted}
        onChange={(event) => onPasted(event.target.value)}
        onPaste={paste}
      />
      <div className="page-actions">
        <button type="submit" className="button-primary" disabled={pasted.trim() === ""}>
          {text.look}
        </button>
        <button type="button" className="button-quiet" onClick={() => chooser.current?.click()}>
          {text.chooseFile}
        </button>
        <span className="quiet">{text.fileTypes}</span>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".txt,.csv,.tsv,.md,.markdown,.json,text/plain,text/csv,text/markdown,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = ""; // the same file may be chosen again, mended
            if (file) onSource({ file, name: file.name });
          }}
        />
      </div>
    </form>
  );
}
