/** Who sits there, as numbers and colours: a `Look`. Each person is a file of `looks/`. */
import type { tempers } from "../prompts/deck.ts";
import type { Garment } from "./garments.ts";
import type { FrameShape } from "./glasses.ts";
import type { HairShape } from "./hairShapes.ts";

/** What a client is like; the decks have lines for each. */
export type Temper = (typeof tempers)[number];

/** `boxed` is trimmed to the jaw; `full` reaches below it and hides the chin. */
export type BeardShape = "boxed" | "full";

/** A person: all that does not change with the mood. Their name is in `src/i18n`, under their id. */
export type Look = Readonly<{
  /** Never changes once published. Lower case, words joined by hyphens. */
  id: string;
  temper: Temper;
  /** For speech synthesis, as factors of the voice's own: `pitch` 0.5 to 1.5, `rate` 0.8 to 1.3; 1 is the voice as it is. */
  voice: Readonly<{ pitch: number; rate: number }>;
  skin: Readonly<{
    base: string;
    light: string;
    shade: string;
    deep: string;
    lid: string;
    line: string;
    blush: string;
    lip: string;
    lipDark: string;
  }>;
  hair: Readonly<{ shape: HairShape; base: string; deep: string; light: string; grey: string }>;
  /** `size` 1 is average; `crease` 0 a lid without a fold to 1 a deep one. */
  eye: Readonly<{ iris: string; ring: string; white: string; lash: string; size: number; crease: number }>;
  /** `thickness` 1 is average; `arch` 0 straight to 1.3 high. */
  brow: Readonly<{ color: string; thickness: number; arch: number }>;
  wear: Readonly<{
    garment: Garment;
    jacket: string;
    jacketDark: string;
    jacketLight: string;
    shirt: string;
    shirtDark: string;
    /** What catches the eye: a tie, buttons, a zip. */
    accent: string;
    accentDark: string;
  }>;
  /** Width of the face, 1 is average; 0.92 narrow to 1.1 broad. */
  faceWidth: number;
  /** 0 a soft oval to 1 a square jaw. */
  jaw: number;
  /** -1 hollow to 1 full: cheeks, and what is under the chin. */
  fullness: number;
  /** Units the chin stands lower than the average, -8 to 10. */
  chin: number;
  /** Width of the nose, 1 is average. */
  noseWidth: number;
  /** Length of the nose from its root, 1 is average; 0.94 to 1.06. */
  noseLength: number;
  /** Fullness of the lips, 1 is average; 0.6 to 1.3. */
  lips: number;
  /** Width of neck and shoulders, 1 is a slight woman's; 0.95 to 1.2. */
  build: number;
  /** 0 none to 1 deep: lines beside the nose, under the eyes, on the forehead. */
  age: number;
  /** Degrees the outer corner of the eye stands above the inner one. */
  eyeTilt: number;
  /** Length of the upper lashes, 0 to 1. */
  lashes: number;
  /** Colours of what is worn; null: none. */
  earring: string | null;
  necklace: string | null;
  glasses: Readonly<{ frame: FrameShape; color: string; width: number }> | null;
  beard: Readonly<{ shape: BeardShape; base: string; deep: string; light: string; opacity: number }> | null;
}>;
