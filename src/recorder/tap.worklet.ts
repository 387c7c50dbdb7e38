/**
 * Runs on the audio thread: collects 20 ms of samples and posts them. Nothing is computed here, so that the same
 * code listens live and to a file. There is no `performance` in this scope: a block says when it ended on the audio's
 * own clock, in seconds, and whoever receives it knows the other clock.
 */
declare const sampleRate: number;
/** The frame that the present 128 begin with, on the audio's clock. */
declare const currentFrame: number;
declare const registerProcessor: (name: string, processor: unknown) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

class Tap extends AudioWorkletProcessor {
  private block = new Float32Array(Math.round(sampleRate / 50));
  private filled = 0;

  process(inputs: Float32Array[][]): boolean {
    const channel = inputs[0]?.[0];
    if (!channel) return true; // the microphone is not connected yet, or was taken away
    for (const [index, sample] of channel.entries()) {
      this.block[this.filled++] = sample;
      if (this.filled === this.block.length) {
        const endedAt = (currentFrame + index + 1) / sampleRate;
        this.port.postMessage({ samples: this.block, endedAt }, [this.block.buffer]);
        this.block = new Float32Array(Math.round(sampleRate / 50));
        this.filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("tap", Tap);
