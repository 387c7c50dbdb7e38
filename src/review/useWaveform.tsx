import { type RefObject, useEffect, useMemo, useState } from "react";
import WaveSurfer from "wavesurfer.js";
import RegionsPlugin from "wavesurfer.js/plugins/regions";
import { Scope } from "../lib/scope.ts";
import { cueColour } from "./cueColour.ts";
import { barHeights, clampTime, leadIn, type Marker } from "./markers.ts";

/** What is drawn and played. */
type Sound = {
  audio: Blob;
  peaks: Float32Array;
  length: number;
  markers: readonly Marker[];
  speed: number;
};
type Wave = Readonly<{ surfer: WaveSurfer; regions: ReturnType<typeof RegionsPlugin.create> }>;

/** Draws a take into `host` and plays it. Whatever wavesurfer holds is released when the take changes or goes. */
export function useWaveform(
  host: RefObject<HTMLDivElement | null>,
  { audio, peaks, length, markers, speed }: Sound,
) {
  const [wave, setWave] = useState<Wave>(); // once it is drawn
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [damaged, setDamaged] = useState(false);

  useEffect(() => {
    const container = host.current;
    if (!container) return;
    const scope = new Scope();
    const media = scope.own(new Audio(), release);
    // A recording may say Infinity, or count another way than the take. Everyone who asks shall hear the same.
    Object.defineProperty(media, "duration", { value: length });
    const regions = RegionsPlugin.create();
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
    const surfer = scope.own(
      WaveSurfer.create({
        container,
        media,
        plugins: [regions],
        height: "auto",
        barWidth: 3,
        barGap: 2,
        barRadius: 3,
        barMinHeight: 2,
        barHeight: 0.78, // room for the cues' strips above
        cursorWidth: 2,
        interact: false, // the slider on top of it takes pointers and keys alike
        ...colours(container),
        ...(nonce ? { cspNonce: nonce } : {}),
      }),
      (it) => it.destroy(),
    );
    surfer.on("play", () => setPlaying(true));
    surfer.on("pause", () => setPlaying(false));
    // Every frame while it plays; the clock shows tenths, so React is asked ten times a second at most.
    surfer.on("timeupdate", (time) => setPosition(Math.round(clampTime(time, length) * 10) / 10));
    surfer.on("ready", () => setWave({ surfer, regions }));
    surfer.on("error", () => {
      setDamaged(true);
      setPlaying(false);
    });
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      scope.listen(matchMedia(query), "change", () => surfer.setOptions(colours(container)));
    }
    surfer.loadBlob(audio, [barHeights(peaks)], length).catch(() => {}); // the error event has said it
    return () => {
      scope.close();
      setWave(undefined);
      setPlaying(false);
      setPosition(0);
      setDamaged(false);
    };
  }, [host, audio, peaks, length]);

  useEffect(() => {
    if (!wave) return;
    for (const marker of markers) drawMarker(wave, marker);
    return () => wave.regions.clearRegions();
  }, [wave, markers]);

  useEffect(() => wave?.surfer.setPlaybackRate(speed, true), [wave, speed]);

  const wishes = useMemo(() => {
    const now = () => wave?.surfer.getCurrentTime() ?? 0;
    const seek = (time: number) => wave?.surfer.setTime(clampTime(time, length));
    // A browser may refuse to play before the page was touched: the button still says Play, and that is all.
    const play = () => wave?.surfer.play().catch(() => {});
    return {
      now,
      seek,
      toggle: () => {
        if (wave?.surfer.isPlaying()) return wave.surfer.pause();
        if (now() >= length - 0.1) seek(0);
        play();
      },
      playCue: (marker: Marker) => {
        seek(leadIn(marker));
        play();
      },
    };
  }, [wave, length]);
  return { ...wishes, playing, position, damaged };
}

function drawMarker({ regions }: Wave, { id, start, end, ...marker }: Marker): void {
  const { element } = regions.addRegion({
    id,
    start,
    ...(end === null ? {} : { end }),
    drag: false,
    resize: false,
    color: end === null ? "var(--player-cue)" : "color-mix(in srgb, var(--player-cue) 13%, transparent)",
  });
  element?.part.add(`pattern-${marker.pattern}`);
  element?.style.setProperty("--player-cue", cueColour({ id, start, end, ...marker }));
}

/**
 * What the canvases are painted with. The style sheet puts the page's colours on three properties of `host` that have
 * no other use there, so that they arrive here resolved, whatever they were written as.
 */
function colours(host: HTMLElement) {
  const { color, caretColor, textDecorationColor } = getComputedStyle(host);
  return { waveColor: textDecorationColor, progressColor: color, cursorColor: caretColor };
}

/** Lets go of the sound, so that no decoder is held until the garbage is collected. */
function release(media: HTMLAudioElement): void {
  media.pause();
  media.removeAttribute("src");
  media.load();
}
