/** Tells what was done at the foot of the page, and how to take it back. */
export type Tell = (text: string, undo?: () => void) => void;
