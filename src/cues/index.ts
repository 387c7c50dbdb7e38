import type { CueKind } from "./kind.ts";

const files = import.meta.glob<CueKind>("./kinds/*.ts", { eager: true, import: "default" });

/** Every kind there is, in file-name order, the same on every machine. */
export const cueKinds: readonly CueKind[] = Object.keys(files)
  .sort()
  .map((path) => files[path])
  .filter((kind) => kind !== undefined);

/** The kind of that id; undefined for one an old take names and we have since removed. */
export const cueKindOf = (id: string): CueKind | undefined => cueKinds.find((kind) => kind.id === id);
