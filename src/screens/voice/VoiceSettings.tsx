import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { voiceModes } from "../../client/sound.ts";
import { voiceModeOf } from "../../drill/heard.ts";
import { useApp } from "../services.tsx";
import { Loudness } from "./Loudness.tsx";
import { useHearing } from "./useHearing.ts";

// It brings the recorder with it, which the rest of the settings do without.
const RecordedLines = lazy(async () => ({
  default: (await import("./RecordedLines.tsx")).RecordedLines,
}));

/** What is heard of the client, how loud, and by whom. */
export function VoiceSettings(): ReactElement {
  const { words, chosen, choose } = useApp();
  const { settings, voice } = words;
  const hearing = useHearing();
  const mode = voiceModeOf(chosen);
  return (
    <>
      <fieldset>
        <legend>{settings.headphones}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={chosen.headphones}
            onChange={(event) => choose({ headphones: event.target.checked })}
          />
          <span>{settings.headphonesHint}</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>{voice.heading}</legend>
        <p className="quiet">{voice.hint}</p>
        {voiceModes.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="voice"
              checked={mode === each}
              disabled={each === "synthesis" && !chosen.headphones}
              onChange={() => choose({ voice: each })}
            />
            <span>
              <b>{voice.modes[each].name}</b> <span className="quiet">{voice.modes[each].hint}</span>
            </span>
          </label>
        ))}
        {mode === "synthesis" && <InstalledVoice />}
        {mode !== "off" && (
          <div className="panel-actions">
            <Loudness hearing={hearing} />
            <button type="button" className="button-quiet" onClick={() => hearing.hear("phone")}>
              {voice.hear}
            </button>
          </div>
        )}
      </fieldset>
      <Suspense fallback={<p className="quiet">{words.app.loading}</p>}>
        <RecordedLines hearing={hearing} />
      </Suspense>
    </>
  );
}

/** Which voice would speak, or that there is none. */
function InstalledVoice(): ReactElement {
  const { words, language, openSynthesis } = useApp();
  const [name, setName] = useState<string | null>();
  useEffect(() => {
    setName(undefined);
    const synthesis = openSynthesis(language);
    let shown = true;
    void synthesis.found.then((found) => shown && setName(found));
    return () => {
      shown = false;
      synthesis.close();
    };
  }, [language, openSynthesis]);
  const { voice } = words;
  return (
    <p className="quiet" role="status">
      {name === undefined ? voice.looking : name === null ? voice.none : voice.found(name)}
    </p>
  );
}
