/** 1,000 spoilt answers of Interswitch: the adapter never throws, and never shows a loan that the answer does not hold. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { configOf, loansOf } from "../adapters.ts";
import { RUNS, spoiltReplies } from "../mutations.ts";
import { scriptedProvider } from "../scriptedProvider.ts";
import { SAMPLE } from "./sample.ts";

it("holds against 1,000 of them", { timeout: 120_000 }, async () => {
  const provider = await scriptedProvider();
  const register = loansOf(configOf("interswitch", provider.origin));
  await fc.assert(
    fc.asyncProperty(
      spoiltReplies(SAMPLE, [{ path: ["loans", 0, "customerId"], id: "2349999999999" }]),
      async ({ reply }) => {
        provider.answer(reply);
        const answer = await register.loans("2348124888436", false);
        if (answer.kind !== "answer") {
          expect(answer.message).toMatch(/\S/);
          return;
        }
        // A success is one: HTTP 200 and the code "00", and every amount is a whole number of kobo.
        expect(reply.status).toBe(200);
        const sent = JSON.parse(String(reply.body).replace(/^\ufeff/, ""));
        expect(sent.responseCode).toBe("00");
        expect(answer.value).toHaveLength(sent.loans.length);
        for (const [index, loan] of answer.value.entries()) {
          const { amount, customerId } = sent.loans[index];
          expect(loan.amountMinor).toBe(amount === null || amount === undefined ? null : Number(amount));
          expect(loan.otherCustomer).toBe(
            customerId !== null && customerId !== undefined && String(customerId).trim() !== "2348124888436",
          );
        }
      },
    ),
    RUNS,
  );
});
