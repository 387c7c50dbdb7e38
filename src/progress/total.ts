/** The next number worth reaching: 10, 50, then every hundred. Always above `count`. */
export const nextRoundNumber = (count: number): number =>
  count < 10 ? 10 : count < 50 ? 50 : Math.floor(count / 100) * 100 + 100;
