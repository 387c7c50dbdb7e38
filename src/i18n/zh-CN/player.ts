import type { Words } from "../words.ts";

export const player: Words["player"] = {
  name: "回放",
  play: "播放",
  pause: "暂停",
  back: "后退 3 秒",
  forward: "前进 3 秒",
  speed: "速度",
  speedValue: (rate) => `${rate}×`,
  position: (at, length) => `${at} / ${length}`,
  waveform: "这段录音的声音",
  cues: "突发状况",
  cueAt: (cue, at) => `${at} ${cue}`,
  said: (line) => `“${line}”`,
  keys: "空格播放，方向键前后跳，Shift 加方向键跳到上一个或下一个突发状况",
  damaged: "这段录音放不出来：声音坏了或者丢了，其他内容都还在。",
};
