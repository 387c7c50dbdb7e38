import type { Failure } from "../drill/state.ts";
import { Scope } from "../lib/scope.ts";
import { recordableType } from "./formats.ts";
import { type Microphone, MicrophoneError, type MicrophoneFacts } from "./recorder.ts";
import { recordStream } from "./recordrtc.ts";
import { tapStream } from "./tap.ts";

/** What the user told us of their ears: with headphones nothing leaks, so nothing has to be cancelled. */
export type MicrophoneWish = Readonly<{ headphones: boolean }>;

/**
 * Opens the microphone, as plain as it can be had: auto gain and noise suppression would falsify every measure of
 * loudness and silence. Echo cancellation stays on without headphones, or the client's voice would be recorded too.
 * @throws MicrophoneError with the reason a person can act on
 */
export async function openMicrophone({ headphones }: MicrophoneWish): Promise<Microphone> {
  // Both are undefined on a page that is neither https nor localhost.
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined")
    throw new MicrophoneError("unsupported");
  const type = recordableType((candidate) => MediaRecorder.isTypeSupported(candidate));
  if (type === null) throw new MicrophoneError("unsupported");
  const scope = new Scope();
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: !headphones,
        noiseSuppression: false,
        autoGainControl: false,
      },
    });
    scope.own(stream, stopTracks);
    const track = stream.getAudioTracks()[0];
    if (!track) throw new MicrophoneError("no-device");
    const tap = scope.own(await tapStream(stream), (owned) => owned.close());
    return {
      facts: factsOf(track),
      type,
      record: (events) => recordStream(stream, type, events),
      onSamples: tap.onSamples,
      onLost: (listener) => {
        scope.listen(track, "ended", () => listener("lost"));
        // Some systems end no track when its device is pulled, but say that the devices have changed.
        scope.listen(navigator.mediaDevices, "devicechange", () => {
          void isGone(track).then((gone) => gone && listener("lost"));
        });
      },
      onMuted: (listener) => {
        scope.listen(track, "mute", () => listener(true));
        scope.listen(track, "unmute", () => listener(false));
      },
      close: () => scope.close(),
    };
  } catch (cause) {
    scope.close();
    throw cause instanceof MicrophoneError ? cause : new MicrophoneError(reasonOf(cause), cause);
  }
}

/** Whether the device behind a track is no longer there. Unknown counts as there: the sound itself will tell. */
async function isGone(track: MediaStreamTrack): Promise<boolean> {
  const { deviceId } = track.getSettings();
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const inputs = devices.filter(({ kind, deviceId: id }) => kind === "audioinput" && id !== "");
  return deviceId !== undefined && devices.length > 0 && !inputs.some((input) => input.deviceId === deviceId);
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What was granted, which need not be what was asked for: some devices ignore the wish. */
function factsOf(track: MediaStreamTrack): MicrophoneFacts {
  const granted = track.getSettings();
  const flag = (value: unknown): boolean | null => (typeof value === "boolean" ? value : null);
  return {
    label: track.label,
    sampleRate: granted.sampleRate ?? null,
    channels: granted.channelCount ?? null,
    echoCancellation: flag(granted.echoCancellation), // newer browsers may answer with a word; unknown then
    noiseSuppression: flag(granted.noiseSuppression),
    autoGainControl: flag(granted.autoGainControl),
  };
}

const reasons: Readonly<Record<string, Failure>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "no-device",
  OverconstrainedError: "no-device",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** The browser's error as one of the reasons we have words for. */
export const reasonOf = (error: unknown): Failure =>
  (error instanceof DOMException ? reasons[error.name] : undefined) ?? "unsupported";
