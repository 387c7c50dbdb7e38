import "./player.css"; // first: the sheets of the parts build on it
import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { Words } from "../i18n/words.ts";
import type { TakeCue } from "../store/take.ts";
import { CueList } from "./CueList.tsx";
import { leadIn, markerAt, nextCue, previousCue, toMarkers } from "./markers.ts";
import { PlayerControls, SKIP } from "./PlayerControls.tsx";
import { usePlayerKeys } from "./usePlayerKeys.tsx";
import { useWaveform } from "./useWaveform.tsx";
import { WaveformSlider } from "./WaveformSlider.tsx";

type Props = {
  /** As recorded; an empty one is shown as damaged. */
  audio: Blob;
  /** Highest absolute sample of each bin, in [0, 1], evenly spread over the take. */
  peaks: Float32Array;
  /** Of the take, in seconds, as stored. */
  length: number;
  cues: readonly TakeCue[];
  /** The name of a kind of cue, in the user's language. */
  cueName: (kind: string) => string;
  words: Words["player"];
  /** Puts the focus on the play button when the player appears. */
  autoFocus?: boolean;
};

/** Replays a take: its waveform with every cue where it was heard, and a list of the cues to jump to. */
export function Player({
  audio,
  peaks,
  length,
  cues,
  cueName,
  words,
  autoFocus = false,
}: Props): ReactElement {
  const root = useRef<HTMLElement>(null);
  const waveform = useRef<HTMLDivElement>(null);
  const playButton = useRef<HTMLButtonElement>(null);
  const [speed, setSpeed] = useState(1);
  const markers = useMemo(() => toMarkers(cues, length), [cues, length]);
  const sound = useWaveform(waveform, { audio, peaks, length, markers, speed });
  const { playing, position, damaged } = sound;

  useEffect(() => {
    if (autoFocus) playButton.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const skip = (by: number) => sound.seek(sound.now() + by);
  usePlayerKeys(root, damaged, (wish) => {
    if (wish === "toggle") sound.toggle();
    else if (wish === "back") skip(-SKIP);
    else if (wish === "forward") skip(SKIP);
    else {
      const marker = (wish === "next" ? nextCue : previousCue)(markers, sound.now());
      if (marker) sound.seek(leadIn(marker));
    }
  });

  return (
    <section className="player" ref={root} aria-label={words.name} data-damaged={damaged}>
      {damaged && (
        <p className="player-damaged" role="alert">
          {words.damaged}
        </p>
      )}
      <WaveformSlider
        host={waveform}
        length={length}
        position={position}
        markers={markers}
        disabled={damaged}
        cueName={cueName}
        words={words}
        onSeek={sound.seek}
      />
      <PlayerControls
        playButton={playButton}
        playing={playing}
        position={position}
        length={length}
        speed={speed}
        disabled={damaged}
        words={words}
        onToggle={sound.toggle}
        onSkip={skip}
        onSpeed={setSpeed}
      />
      <p className="player-keys">{words.keys}</p>
      {markers.length > 0 && (
        <CueList
          markers={markers}
          current={damaged ? undefined : markerAt(markers, position)?.id}
          follow={playing}
          disabled={damaged}
          cueName={cueName}
          words={words}
          onPick={sound.playCue}
        />
      )}
    </section>
  );
}
