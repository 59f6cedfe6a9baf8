// Who counts as a second person: somebody else, who still works here when the act is done.
import { expect, test } from "vitest";
import { ANA, BESA, CELIK, officeWith, refusal, value } from "./counter.ts";

/** A count that is short, so that closing needs a second person. */
const SHORT = { counts: [], note: "Two hundred are missing." };

test("whoever was sent away while their PIN was being checked approves nothing any more", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("till.open", { floatMinor: 20_000 }));
  const approval = { name: BESA.name, pin: BESA.pin };
  const closing = agent.call("till.close", { ...SHORT, approval });
  await value(agent.call("staff.save", { name: BESA.name, role: "supervisor", active: false }));
  expect(await refusal(closing)).toMatchObject({ code: "wrongPin", field: "approval.pin" });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true });
});

test("one's own name in other letters is no second person", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 20_000 }));
  for (const name of ["CELIK", " celik ", "Ｃｅｌｉｋ"])
    expect(
      await refusal(agent.call("till.close", { ...SHORT, approval: { name, pin: CELIK.pin } })),
    ).toMatchObject({ code: "approvalBySamePerson", field: "approval.name" });
});
