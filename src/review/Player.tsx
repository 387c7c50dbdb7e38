import {
  type CSSProperties,
  memo,
  type ReactElement,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import WaveSurfer from "wavesurfer.js";
import RegionsPlugin from "wavesurfer.js/plugins/regions";
import type { Words } from "../i18n/words.ts";
import { Scope } from "../lib/scope.ts";
import type { TakeCue } from "../store/take.ts";
import {
  barHeights,
  clampTime,
  clock,
  leadIn,
  type Marker,
  markerAt,
  nextCue,
  percentAt,
  previousCue,
  stamp,
  timeAt,
  toMarkers,
} from "./markers.ts";
import "./player.css";

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

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
/** Seconds that an arrow key or button seeks. */
const SKIP = 3;
/** Height of the list's faded edges, in pixels; the style sheet has it, too. */
const EDGE = 40;

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
  const [pointed, setPointed] = useState<number>();
  const markers = useMemo(() => toMarkers(cues, length), [cues, length]);
  const sound = useSound(waveform, { audio, peaks, length, markers, speed });
  const { playing, position, damaged } = sound;

  useEffect(() => {
    if (autoFocus) playButton.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const wish = damaged || !root.current ? undefined : keyWish(event, root.current);
    if (!wish) return;
    event.preventDefault();
    if (wish === "toggle") sound.toggle();
    else if (wish === "back") sound.seek(sound.now() - SKIP);
    else if (wish === "forward") sound.seek(sound.now() + SKIP);
    else {
      const marker = (wish === "next" ? nextCue : previousCue)(markers, sound.now());
      if (marker) sound.seek(leadIn(marker));
    }
  });
  useEffect(() => {
    const scope = new Scope();
    scope.listen(document, "keydown", (event) => onKey(event as KeyboardEvent));
    return () => scope.close();
  }, []);

  const under = pointed === undefined ? undefined : markerAt(markers, pointed);
  return (
    <section className="player" ref={root} aria-label={words.name} data-damaged={damaged}>
      {damaged && (
        <p className="player-damaged" role="alert">
          {words.damaged}
        </p>
      )}
      <div className="player-line">
        <div className="player-wave" ref={waveform} aria-hidden="true" />
        <input
          className="player-seek"
          type="range"
          aria-label={words.waveform}
          aria-valuetext={words.position(clock(position), clock(length))}
          min={0}
          max={length}
          step="any"
          value={position}
          disabled={damaged}
          onChange={(event) => sound.seek(event.currentTarget.valueAsNumber)}
          onPointerMove={({ currentTarget, clientX, pointerType }) => {
            if (pointerType === "touch") return; // the finger would cover it
            const { left, width } = currentTarget.getBoundingClientRect();
            setPointed(timeAt((clientX - left) / width, length));
          }}
          onPointerLeave={() => setPointed(undefined)}
        />
        {pointed !== undefined && !damaged && (
          <span
            className="player-tip"
            aria-hidden="true"
            style={{ "--player-at": `${percentAt(pointed, length)}%` } as CSSProperties}
          >
            {under ? words.cueAt(cueName(under.kind), stamp(under.start)) : clock(pointed)}
          </span>
        )}
      </div>
      <div className="player-controls">
        <div className="player-transport">
          <button
            type="button"
            className="player-button"
            aria-label={words.back}
            disabled={damaged}
            onClick={() => sound.seek(sound.now() - SKIP)}
          >
            <SkipIcon forward={false} />
          </button>
          <button
            type="button"
            className="player-button player-play"
            ref={playButton}
            aria-label={playing ? words.pause : words.play}
            disabled={damaged}
            onClick={sound.toggle}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={playing ? "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" : "M8 4.6v14.8L19.6 12z"} />
            </svg>
          </button>
          <button
            type="button"
            className="player-button"
            aria-label={words.forward}
            disabled={damaged}
            onClick={() => sound.seek(sound.now() + SKIP)}
          >
            <SkipIcon forward />
          </button>
        </div>
        {/* The slider says the same in words. */}
        <p className="player-clock" aria-hidden="true">
          <span className="player-now">{clock(position)}</span>
          <span className="player-length"> / {clock(length)}</span>
        </p>
        <Speeds value={speed} disabled={damaged} words={words} onChange={setSpeed} />
      </div>
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

type SpeedsProps = {
  value: number;
  disabled: boolean;
  words: Words["player"];
  onChange: (speed: number) => void;
};

function Speeds({ value, disabled, words, onChange }: SpeedsProps): ReactElement {
  const name = useId();
  return (
    <fieldset className="player-speeds" disabled={disabled}>
      <legend className="player-hidden">{words.speed}</legend>
      {SPEEDS.map((speed) => (
        <label key={speed} className="player-speed">
          <input type="radio" name={name} checked={speed === value} onChange={() => onChange(speed)} />
          <span>{words.speedValue(speed)}</span>
        </label>
      ))}
    </fieldset>
  );
}

type CueListProps = {
  markers: readonly Marker[];
  /** The cue that is being heard. */
  current: string | undefined;
  /** Keep the current cue in view. */
  follow: boolean;
  disabled: boolean;
  cueName: (kind: string) => string;
  words: Words["player"];
  onPick: (marker: Marker) => void;
};

const CueList = memo(function CueList({
  markers,
  current,
  follow,
  disabled,
  cueName,
  words,
  onPick,
}: CueListProps): ReactElement {
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const item = current === undefined ? null : box?.querySelector<HTMLElement>("[aria-current]");
    if (!follow || !box || !item) return;
    // Not scrollIntoView: it would move the page, too. The edges of the list fade, so it stays clear of them.
    const above = item.offsetTop - EDGE - box.scrollTop;
    const below = item.offsetTop + item.offsetHeight + EDGE - box.clientHeight - box.scrollTop;
    if (above < 0) box.scrollTop += above;
    else if (below > 0) box.scrollTop += below;
  }, [current, follow]);
  return (
    <div className="player-cues">
      <h2 className="player-heading" id={heading}>
        {words.cues}
      </h2>
      <ol className="player-list" ref={list} aria-labelledby={heading}>
        {markers.map((marker) => (
          <li key={marker.id}>
            <button
              type="button"
              className="player-cue"
              disabled={disabled}
              aria-current={marker.id === current ? "true" : undefined}
              style={{ "--player-cue": cueColour(marker) } as CSSProperties}
              onClick={() => onPick(marker)}
            >
              <span className={`player-swatch player-pattern-${marker.pattern}`} aria-hidden="true" />
              <span className="player-stamp">{stamp(marker.start)}</span>{" "}
              <span className="player-what">
                <span className="player-kind">{cueName(marker.kind)}</span>{" "}
                {marker.line !== null && <q className="player-said">{words.said(marker.line)}</q>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
});

function SkipIcon({ forward }: { forward: boolean }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <g transform={forward ? undefined : "matrix(-1 0 0 1 24 0)"} className="player-stroke">
        <path d="M12 4.5a8 8 0 1 0 8 8" />
        <path d="m11.5 1.5 3.2 3-3.2 3" />
      </g>
      <text x="12" y="16" textAnchor="middle">
        {SKIP}
      </text>
    </svg>
  );
}

/** The page's colour for a kind, or ours for its pattern. Kinds come from stored files: only plain names are asked for. */
const cueColour = ({ kind, pattern }: Marker): string =>
  /^[a-z][a-z0-9-]*$/.test(kind)
    ? `var(--cue-${kind}, var(--player-cue-${pattern}))`
    : `var(--player-cue-${pattern})`;

type KeyWish = "toggle" | "back" | "forward" | "next" | "previous";

/**
 * What a key asks of the player: only when the focus is inside it or nowhere at all, and only when the focused
 * control has no use of its own for the key.
 */
function keyWish(event: KeyboardEvent, player: HTMLElement): KeyWish | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const nowhere = target === document.body || target === document.documentElement;
  if (!nowhere && !player.contains(target)) return;
  switch (event.key) {
    case " ":
      return event.repeat || event.shiftKey || target.closest("button") ? undefined : "toggle";
    case "ArrowLeft":
    case "ArrowRight": {
      if (target instanceof HTMLInputElement && target.type === "radio") return;
      const right = event.key === "ArrowRight";
      if (event.shiftKey) return right ? "next" : "previous";
      return right ? "forward" : "back";
    }
    default:
      return;
  }
}

type Sound = Pick<Props, "audio" | "peaks" | "length"> & { markers: readonly Marker[]; speed: number };
type Wave = Readonly<{ surfer: WaveSurfer; regions: ReturnType<typeof RegionsPlugin.create> }>;

/** Draws a take into `host` and plays it. Whatever wavesurfer holds is released when the take changes or goes. */
function useSound(host: RefObject<HTMLDivElement | null>, { audio, peaks, length, markers, speed }: Sound) {
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
