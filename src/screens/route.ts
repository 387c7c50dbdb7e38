/** Where the user is. Hash routes, so that any static host serves them. */
export type Route =
  | Readonly<{ screen: "home" | "takes" | "settings" }>
  | Readonly<{ screen: "drill"; query: string }>
  | Readonly<{ screen: "take"; id: string }>
  /** `entry` is the measure that is asked for, if one is. */
  | Readonly<{ screen: "measures"; entry: string | null }>
  | Readonly<{ screen: "unknown"; path: string }>;

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
  return { screen: "unknown", path: `/${path}` };
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
} as const;
