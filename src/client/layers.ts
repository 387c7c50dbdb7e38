/** What clothes, necks and hands are drawn with: layers, from the back to the front. */
export type Paint =
  | "skin"
  | "skinLight"
  | "skinShade"
  | "skinDeep"
  | "skinLine"
  | "shirt"
  | "shirtDark"
  | "jacket"
  | "jacketDark"
  | "jacketLight"
  | "accent"
  | "accentDark"
  /** The jacket in the light of the lamp. */
  | "cloth"
  /** Things: a watch, a phone. */
  | "black"
  | "steel"
  | "glass"
  | "dial";

/** A filled shape, or with `line` a stroke that wide. */
export type Layer = Readonly<{ d: string; paint: Paint; line?: number; opacity?: number }>;
