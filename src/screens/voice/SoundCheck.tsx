import { type ReactElement, useState } from "react";
import { useApp } from "../services.tsx";
import { Loudness } from "./Loudness.tsx";
import { useHearing } from "./useHearing.ts";

/** Before the first round with pressure: one tap says what one listens with, and plays a sound. */
export function SoundCheck(): ReactElement {
  const { words, chosen, choose } = useApp();
  const { check } = words.voice;
  const hearing = useHearing();
  const [tried, setTried] = useState(false);
  const listen = (headphones: boolean) => {
    choose({ headphones, soundChecked: true });
    hearing.hear("phone");
    setTried(true);
  };
  const choice = (headphones: boolean, name: string) => (
    <button
      type="button"
      className="button-quiet"
      aria-pressed={tried && chosen.headphones === headphones}
      onClick={() => listen(headphones)}
    >
      {name}
    </button>
  );
  return (
    <section className="sound-check" aria-labelledby="sound-check">
      <h2 id="sound-check">{check.heading}</h2>
      <p>{check.why}</p>
      <div className="panel-actions">
        {choice(true, check.headphones)}
        {choice(false, check.loudspeaker)}
      </div>
      {tried && <Loudness hearing={hearing} />}
      <p className="quiet" role="status">
        {tried ? check.heard : check.skip}
      </p>
    </section>
  );
}
