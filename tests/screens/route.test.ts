import { describe, expect, it } from "vitest";
import { address, readRoute } from "../../src/screens/route.ts";

const place = (hash: string) => {
  const route = readRoute(hash);
  return route.screen === "decks" ? route.place : route.screen;
};

describe("an address among the decks", () => {
  it.each([
    ["#/decks", { is: "shelf" }],
    ["#/decks/", { is: "shelf" }],
    ["#/decks/en/saas", { is: "deck", id: "en/saas" }],
    ["#/decks/own/mine-x1y2z3", { is: "deck", id: "own/mine-x1y2z3" }],
    ["#/decks/new", { is: "new" }],
    ["#/decks/bring", { is: "bring", into: null, add: null }],
    ["#/decks/bring?into=own/mine-x1y2z3", { is: "bring", into: "own/mine-x1y2z3", add: null }],
    ["#/decks?add=abc-_", { is: "bring", into: null, add: "abc-_" }],
    ["#/decks?add=", { is: "bring", into: null, add: "" }],
    ["#/decks/saas", "unknown"],
    ["#/decks/en/saas/more", "unknown"],
  ])("%s", (hash, there) => expect(place(hash)).toEqual(there));

  it("is what a link to it says", () => {
    expect(place(address.decks)).toEqual({ is: "shelf" });
    expect(place(address.newDeck)).toEqual({ is: "new" });
    expect(place(address.deck("own/a-b"))).toEqual({ is: "deck", id: "own/a-b" });
    expect(place(address.bringInto("own/a-b"))).toMatchObject({ is: "bring", into: "own/a-b" });
    expect(place(address.bring)).toMatchObject({ is: "bring" });
  });
});
