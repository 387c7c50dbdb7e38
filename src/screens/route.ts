/** Where the user is. Hash routes, so that any static host serves them. */
export type Route =
  | Readonly<{ screen: "home" | "takes" | "settings" }>
  | Readonly<{ screen: "drill"; query: string }>
  | Readonly<{ screen: "take"; id: string }>
  /** `entry` is the measure that is asked for, if one is. */
  | Readonly<{ screen: "measures"; entry: string | null }>
  | Readonly<{ screen: "decks"; place: DecksPlace }>
  | Readonly<{ screen: "unknown"; path: string }>;

/** Where among the decks. An id of a deck has a slash in it, which tells it from `new` and `bring`. */
export type DecksPlace =
  | Readonly<{ is: "shelf" | "new" }>
  | Readonly<{ is: "deck"; id: string }>
  /** Bringing titles in: into an own deck by its id, and what stands in a shared address; null: neither. */
  | Readonly<{ is: "bring"; into: string | null; add: string | null }>;

/**
 * Reads `location.hash`. A drill's settings stand after the `?` inside the hash (the router packages put the query
 * before it, where a static host would see it).
 */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const [first = "", second] = path.split("/");
  if (first === "" && second === undefined) return { screen: "home" };
  if (first === "drill" && second === undefined) return { screen: "drill", query };
  if (first === "takes") return second ? { screen: "take", id: second } : { screen: "takes" };
  if (first === "measures") return { screen: "measures", entry: second || null };
  if (first === "settings" && second === undefined) return { screen: "settings" };
  if (first === "decks") {
    const place = readDecksPlace(path.split("/").slice(1), new URLSearchParams(query));
    if (place) return { screen: "decks", place };
  }
  return { screen: "unknown", path: `/${path}` };
}

function readDecksPlace(rest: readonly string[], query: URLSearchParams): DecksPlace | null {
  const [first, second] = rest;
  if (rest.length === 2 && first && second) return { is: "deck", id: `${first}/${second}` };
  if (first === "new" && rest.length === 1) return { is: "new" };
  const bring = { is: "bring", into: query.get("into"), add: query.get("add") } as const;
  if (first === "bring" && rest.length === 1) return { ...bring, add: null };
  if (first !== undefined && first !== "") return null;
  return bring.add === null ? { is: "shelf" } : { ...bring, into: null };
}

/** The other way: what to put into an `href`. */
export const address = {
  home: "#/",
  takes: "#/takes",
  settings: "#/settings",
  drill: "#/drill",
  measures: "#/measures",
  measure: (name: string) => `#/measures/${name}`,
  take: (id: string) => `#/takes/${id}`,
  decks: "#/decks",
  newDeck: "#/decks/new",
  bring: "#/decks/bring",
  bringInto: (id: string) => `#/decks/bring?into=${id}`,
  deck: (id: string) => `#/decks/${id}`,
} as const;
