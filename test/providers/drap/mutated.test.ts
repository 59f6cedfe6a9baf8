/** 1,000 spoilt answers of DRAP: the adapter never throws, and never finds a customer whom the answer does not hold. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { configOf, customersOf } from "../adapters.ts";
import { RUNS, spoiltReplies } from "../mutations.ts";
import { scriptedProvider } from "../scriptedProvider.ts";
import { FOUND, REGISTERED } from "./samples.ts";

const ECRN = FOUND.data.ecrn;
const withDocument = {
  ...FOUND,
  data: { ...FOUND.data, id_details: [{ id_type: 4, id_number: "784198012345671" }] },
};

it("holds against 1,000 of them", { timeout: 120_000 }, async () => {
  const provider = await scriptedProvider("/auth/realms/cdp/protocol/openid-connect/token");
  const customers = customersOf(configOf("drap", provider.origin));
  const questions = {
    lookup: () => customers.lookup("4", "784198012345671"),
    get: () => customers.get(ECRN),
    onboard: () => customers.onboard({ ecrn: ECRN, firstName: "Mira" }),
  } as const;
  const cases = fc.oneof(
    spoiltReplies(withDocument, [
      { path: ["data", "id_details", 0, "id_number"], id: "784198099999999" },
    ]).map((spoilt) => ({ ...spoilt, question: "lookup" as const })),
    spoiltReplies(FOUND, [{ path: ["data", "ecrn"], id: "7841000000000018" }]).map((spoilt) => ({
      ...spoilt,
      question: "get" as const,
    })),
    spoiltReplies(REGISTERED, [{ path: ["data", "ecrn"], id: "7841000000000018" }]).map((spoilt) => ({
      ...spoilt,
      question: "onboard" as const,
    })),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ reply, question }) => {
      provider.answer(reply);
      const answer = await questions[question]();
      if (answer.kind !== "answer") {
        expect(answer.message).toMatch(/\S/);
        return;
      }
      expect(answer.value.message).toBeTypeOf("string");
      if (answer.value.outcome !== "found") {
        expect(answer.value.customer).toBeUndefined();
        return;
      }
      expect(reply.status).toBe(200);
      const sent = JSON.parse(String(reply.body).replace(/^\ufeff/, ""));
      expect(String(sent.status).toLowerCase()).toBe("success");
      expect(sent.errorCode ?? null).toBeNull();
      expect(answer.value.customer?.["ecrn"]).toBe(String(sent.data.ecrn));
      if (question !== "lookup") expect(String(sent.data.ecrn)).toBe(ECRN);
      const shown: unknown[] = (sent.data.id_details ?? []).map(
        (details: { id_number?: unknown }) => details.id_number,
      );
      const told = shown.filter((number) => number !== undefined && number !== null);
      if (question === "lookup" && told.length > 0) expect(told.map(String)).toContain("784198012345671");
    }),
    RUNS,
  );
  expect(Object.prototype).not.toHaveProperty("polluted");
});
