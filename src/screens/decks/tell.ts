/** Tells what was done, and how to take it back. */
export type Tell = (text: string, undo?: () => void) => void;
