/** A list of numbers that grows without being copied at every step: a Float32Array of unknown length. */
export class Growing {
  private values = new Float32Array(1024);
  length = 0;

  /** Makes room for `count` more values, which are 0, and says where they begin. */
  extend(count: number): number {
    const start = this.length;
    if (start + count > this.values.length) {
      const longer = new Float32Array(Math.max(start + count, Math.ceil(this.values.length * 1.5)));
      longer.set(this.values.subarray(0, start));
      this.values = longer;
    }
    this.length += count;
    return start;
  }

  append(more: Float32Array): void {
    const start = this.extend(more.length); // first: it may replace the array
    this.values.set(more, start);
  }

  /** What is there by now; a view, good until the list grows again. */
  get all(): Float32Array {
    return this.values.subarray(0, this.length);
  }
}
