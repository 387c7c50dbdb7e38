import { type ReactElement, useState } from "react";
import type { Keeping } from "../../store/keeping.ts";
import { address } from "../route.ts";
import { useApp } from "../services.tsx";

type Props = Readonly<{ keeping: Keeping; count: number; onErased(): void }>;

/** Erases all takes, or everything; asked once more, because there is no way back. */
export function ErasePanel({ keeping, count, onErased }: Props): ReactElement {
  const { words } = useApp();
  const text = words.data.erase;
  const [asking, setAsking] = useState<"no" | "takes" | "all">("no");
  const [failed, setFailed] = useState(false);
  const erase = async () => {
    try {
      if (asking === "takes") {
        await keeping.eraseTakes();
        onErased();
      } else {
        await keeping.eraseEverything();
        window.location.href = address.home;
        window.location.reload(); // with new stores: the old ones are gone
      }
      setFailed(false);
    } catch {
      setFailed(true);
    }
    setAsking("no");
  };
  return (
    <div className="panel">
      <h3>{text.heading}</h3>
      <p className="quiet">{text.why}</p>
      {asking === "no" ? (
        <div className="panel-actions">
          <button
            type="button"
            className="button-quiet"
            disabled={count === 0}
            onClick={() => setAsking("takes")}
          >
            {text.takes}
          </button>
          <button type="button" className="button-quiet" onClick={() => setAsking("all")}>
            {text.all}
          </button>
        </div>
      ) : (
        <div className="notice" role="alertdialog" aria-label={asking === "takes" ? text.takes : text.all}>
          <p>{asking === "takes" ? text.sure(count) : text.sureAll}</p>
          <div className="panel-actions">
            {/* biome-ignore lint/a11y/noAutofocus: a question takes the focus, and its safe answer first */}
            <button type="button" className="button-primary" autoFocus onClick={() => setAsking("no")}>
              {text.no}
            </button>
            <button type="button" className="button-quiet" onClick={() => void erase()}>
              {text.yes}
            </button>
          </div>
        </div>
      )}
      {failed && (
        <p className="notice" role="alert">
          {text.failed}
        </p>
      )}
    </div>
  );
}
