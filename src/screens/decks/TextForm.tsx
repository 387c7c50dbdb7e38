import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useApp } from "../services.tsx";
import { Trouble } from "./Trouble.tsx";
import type { Refusal } from "./useLibrary.ts";

type Props = Readonly<{
  label: string;
  /** The language of what is written. */
  lang: string;
  action: string;
  initial?: string;
  hint?: string;
  /** Keeps the text; null when it is kept. */
  onSave(text: string): Promise<Refusal | null>;
  /** With it, the form opens with the text chosen, and can be given up. */
  onCancel?: (() => void) | undefined;
  /** Stands behind the field, and behind the buttons. */
  children?: ReactNode;
  after?: ReactNode;
}>;

/** One line of text, however wide it has to be, and one button. What cannot be kept is told below, and stays in the field. */
export function TextForm(props: Props): ReactElement {
  const { label, lang, action, initial = "", hint, onSave, onCancel, children, after } = props;
  const { words } = useApp();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const opens = onCancel !== undefined;
  useEffect(() => {
    if (opens) field.current?.select();
  }, [opens]);
  const save = async () => {
    const refused = await onSave(text);
    setRefusal(refused);
    if (refused === null) setText(opens ? text : "");
    field.current?.focus();
  };
  return (
    <form
      className="text-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return; // Enter and Escape belong to the input method
        if (event.key === "Escape" && onCancel) onCancel();
        if (event.key === "Enter" && event.target === field.current) {
          event.preventDefault();
          if (text.trim() !== "") void save();
        }
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className="text-form-row">
        <textarea
          id={id}
          ref={field}
          className="field"
          rows={1}
          lang={lang}
          value={text}
          autoComplete="off"
          aria-invalid={refusal !== null}
          aria-describedby={refusal ? `${id}-why` : hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setRefusal(null);
          }}
        />
        {children}
        <button type="submit" className="button-quiet" disabled={text.trim() === ""}>
          {action}
        </button>
        {onCancel && (
          <button type="button" className="button-plain" onClick={onCancel}>
            {words.titles.cancel}
          </button>
        )}
        {after}
      </div>
      {refusal ? (
        <Trouble id={`${id}-why`} refusal={refusal} />
      ) : (
        hint && (
          <p className="quiet field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </form>
  );
}
