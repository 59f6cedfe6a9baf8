// Colour and edge of each state: what is not certain never looks certain, and no two kinds of state look the same.
import { describe, expect, it } from "vitest";
import { lookOf } from "../../renderer/components/stateLook.ts";
import { itemStates } from "../../shared/outbox.ts";

describe("how a state looks", () => {
  it.each([
    ["posted", "certain", "torn"],
    ["queued", "queued", "perforated"],
    ["sending", "queued", "halfTorn"],
    ["acknowledged", "doubt", "hatched"],
    ["unconfirmed", "doubt", "hatched"],
    ["attention", "person", "counted"],
    ["refused", "refused", "cut"],
    ["voided", "refused", "cut"],
    ["held", "held", "shut"],
  ] as const)("%s: %s, %s", (state, tone, edge) => expect(lookOf(state)).toEqual({ tone, edge }));

  it("only what the lender's books show looks certain", () => {
    const certain = itemStates.filter(
      (state) => lookOf(state).tone === "certain" || lookOf(state).edge === "torn",
    );
    expect(certain).toEqual(["posted"]);
  });

  it("one edge never stands for two colours: the shape alone tells the kind", () => {
    const toneOfEdge = new Map<string, string>();
    for (const state of itemStates) {
      const { tone, edge } = lookOf(state);
      expect(toneOfEdge.get(edge) ?? tone).toBe(tone);
      toneOfEdge.set(edge, tone);
    }
  });
});
