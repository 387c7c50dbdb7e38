import type { Look } from "../look.ts";

/** Ms Lin, a buyer of about fifty: has heard every pitch, and the numbers in them. */
export const lin: Look = {
  id: "lin",
  skin: {
    base: "#d2a285",
    light: "#e6bd9f",
    shade: "#a9765c",
    deep: "#8a5844",
    lid: "#c08a6d",
    line: "#6d4133",
    blush: "#c9735c",
    lip: "#b26a5e",
    lipDark: "#934f47",
  },
  hair: { shape: "bob", base: "#2e292b", deep: "#1e1a1d", light: "#453d3f", grey: "#958e8b" },
  eye: { iris: "#5e3c28", ring: "#22140d", white: "#ece2d8", lash: "#1f1412" },
  brow: { color: "#33251f", thickness: 1 },
  wear: {
    garment: "blazer",
    jacket: "#2b3a47",
    jacketDark: "#1d2933",
    jacketLight: "#3b4e5d",
    shirt: "#d9d3c8",
    shirtDark: "#a9a299",
  },
  faceWidth: 1,
  jaw: 0.25,
  noseWidth: 1,
  age: 0.55,
  eyeTilt: 5,
  lashes: 0.5,
  earring: "#d8b878",
  glasses: null,
};
