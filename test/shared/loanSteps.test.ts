/** Which step of a loan may follow which: the whole table, and the promises about cash that hold whatever it says. */
import { describe, expect, it } from "vitest";
import { actorOf, type LoanStep, loanSteps, mayFollow } from "../../shared/loanSteps.ts";

const table: Record<LoanStep, LoanStep[]> = {
  inDoubt: ["submitted", "cancelled"],
  submitted: ["rejected", "approved", "releasable", "active", "cancelled"],
  rejected: [],
  approved: ["rejected", "agreement", "releasable", "active", "cancelled"],
  agreement: ["rejected", "signed", "uploaded", "releasable", "active", "cancelled"],
  signed: ["rejected", "uploaded", "releasable", "active", "cancelled"],
  uploaded: ["rejected", "signed", "releasable", "active"],
  releasable: ["rejected", "uploaded", "handedOver", "active"],
  handedOver: ["active"],
  active: ["closed"],
  closed: [],
  cancelled: [],
};

const followers = (from: LoanStep) => loanSteps.filter((to) => to !== from && mayFollow(from, to));

describe("what may follow", () => {
  it.each(loanSteps)("%s", (from) => {
    expect(followers(from)).toEqual(loanSteps.filter((to) => table[from].includes(to)));
    expect(mayFollow(from, from)).toBe(true);
  });

  it("cash leaves the till after a release check that allowed it, and from nowhere else", () => {
    expect(loanSteps.filter((from) => followers(from).includes("handedOver"))).toEqual(["releasable"]);
  });

  it("cash that has left is never undone by a step: the lender's books are all that follows", () => {
    expect(followers("handedOver")).toEqual(["active"]);
  });

  it("nothing is withdrawn once the lender may hold a signed agreement", () => {
    for (const step of ["uploaded", "releasable", "handedOver", "active"] as const)
      expect(mayFollow(step, "cancelled")).toBe(false);
  });

  it("a loan is closed out of an active one only, and what is final stays", () => {
    expect(loanSteps.filter((from) => followers(from).includes("closed"))).toEqual(["active"]);
    expect(loanSteps.filter((step) => followers(step).length === 0)).toEqual([
      "rejected",
      "closed",
      "cancelled",
    ]);
  });

  it("an application in doubt is where a loan begins, never where it comes back to", () => {
    expect(loanSteps.filter((from) => followers(from).includes("inDoubt"))).toEqual([]);
  });

  it("nobody acts exactly where nothing can follow", () => {
    expect(loanSteps.filter((step) => actorOf(step) === "nobody")).toEqual(
      loanSteps.filter((step) => followers(step).length === 0),
    );
  });
});
