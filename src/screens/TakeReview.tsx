import { type ReactElement, useState } from "react";
import { lengthText } from "../i18n/format.ts";
import { cueWords } from "../i18n/languages.ts";
import { Player } from "../review/Player.tsx";
import type { Take, TakeEdit } from "../store/take.ts";
import { RatingForm } from "./RatingForm.tsx";
import { fullOrOther, useApp } from "./services.tsx";
import { SoundSection } from "./sound/SoundSection.tsx";

type Props = Readonly<{ take: Take; audio: Blob; peaks: Float32Array; rateByKeys: boolean }>;

/** Hear a take, rate it, note one thing: after a round, and whenever it is opened again. */
export function TakeReview({ take, audio, peaks, rateByKeys }: Props): ReactElement {
  const { words, language, takes } = useApp();
  const { review } = words;
  const [edited, setEdited] = useState<"no" | "saved" | "full" | "other">("no");
  const edit = (change: TakeEdit) => {
    takes.edit(take.id, change).then(
      () => setEdited("saved"),
      (error: unknown) => setEdited(fullOrOther(error)),
    );
  };
  const kinds = [...new Set(take.cues.map(({ kind }) => kind))];
  const missed = (take.audio.gaps ?? []).reduce((sum, { length }) => sum + length, 0);
  return (
    <div className="take-review">
      <Player
        audio={audio}
        peaks={peaks}
        length={take.length}
        cues={take.cues}
        cueName={(kind) => cueWords(words, kind).name}
        words={words.player}
      />
      {missed >= AUDIBLE_GAP && (
        <p className="quiet">{review.gaps(take.audio.gaps?.length ?? 0, lengthText(missed, language))}</p>
      )}
      <RatingForm rating={take.rating} onRate={(rating) => edit({ rating })} keys={rateByKeys} />
      <label className="note">
        <span>{review.note}</span>
        <textarea
          rows={2}
          maxLength={2000}
          placeholder={review.notePlaceholder}
          defaultValue={take.notes}
          onBlur={(event) => {
            if (event.target.value !== take.notes) edit({ notes: event.target.value });
          }}
        />
      </label>
      <p className="quiet saved" role="status">
        {edited === "saved" && review.saved}
        {(edited === "full" || edited === "other") && review.notSaved[edited]}
      </p>
      <SoundSection take={take} audio={audio} />
      {kinds.length > 0 && (
        <section className="advice">
          <h2>{review.advice}</h2>
          <dl>
            {kinds.map((kind) => (
              <div key={kind}>
                <dt>
                  {cueWords(words, kind).name}{" "}
                  <span className="quiet">
                    {review.struck(take.cues.filter((cue) => cue.kind === kind).length)}
                  </span>
                </dt>
                <dd>{cueWords(words, kind).advice}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

/** Holes that together are shorter are not heard, and not worth a sentence. In seconds. */
const AUDIBLE_GAP = 0.2;
