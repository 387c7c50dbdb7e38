/** Who sits there, as numbers and colours: a `Look`. Each person is a file of `looks/`. */
import type { Garment } from "./garments.ts";
import type { HairShape } from "./hair.ts";

/** A person: all that does not change with the mood. */
export type Look = Readonly<{
  id: string;
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
  eye: Readonly<{ iris: string; ring: string; white: string; lash: string }>;
  brow: Readonly<{ color: string; thickness: number }>;
  wear: Readonly<{
    garment: Garment;
    jacket: string;
    jacketDark: string;
    jacketLight: string;
    shirt: string;
    shirtDark: string;
  }>;
  /** Width of the face, 1 is average; 0.92 narrow to 1.08 broad. */
  faceWidth: number;
  /** 0 a soft oval to 1 a square jaw. */
  jaw: number;
  /** Width of the nose, 1 is average. */
  noseWidth: number;
  /** 0 none to 1 deep: lines beside the nose, under the eyes, on the forehead. */
  age: number;
  /** Degrees the outer corner of the eye stands above the inner one. */
  eyeTilt: number;
  /** Length of the upper lashes, 0 to 1. */
  lashes: number;
  earring: string | null;
  /** The colour of the frame. */
  glasses: string | null;
}>;
