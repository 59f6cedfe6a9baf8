/** 1,000 spoilt answers of Q2: the adapter never throws, and an account counts as opened only where the answer proves it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { accountsOf, configOf } from "../adapters.ts";
import { RUNS, spoiltReplies } from "../mutations.ts";
import { json, scriptedProvider } from "../scriptedProvider.ts";
import { ASKED, CREATED } from "./samples.ts";

const foreign = [
  { path: ["content", 0, "loan__Account__c"], id: "001G000001ZZZZZIAD" },
  { path: ["content", 0, "loan__Account__c"], id: "001g000001ky8byIAD" },
  { path: ["content", 0, "loan__Loan_Product_Name__c"], id: "a8B6g000000gKySEAU" },
];

it("holds against 1,000 of them", { timeout: 120_000 }, async () => {
  const provider = await scriptedProvider();
  provider.answerToken(json({ access_token: "t", token_type: "Bearer" }));
  const book = accountsOf(configOf("q2", provider.origin));
  await fc.assert(
    fc.asyncProperty(spoiltReplies(CREATED, foreign), async ({ reply }) => {
      provider.answer(reply);
      const answer = await book.create(ASKED);
      if (answer.kind !== "answer") {
        expect(answer.message).toMatch(/\S/);
        // A spoilt success is a doubt or the office's access, and never a refusal after which it might be sent again.
        const status = [401, 403].includes(reply.status) ? "credentials" : "unclear";
        expect(answer.kind).toBe(status);
        return;
      }
      expect(reply.status).toBe(200);
      const sent = JSON.parse(String(reply.body).replace(/^\ufeff/, ""));
      expect(sent).toMatchObject({ status: "SUCCESS", errorCode: "NO_ERROR" });
      expect(sent.content).toHaveLength(1);
      const [account] = sent.content;
      expect(account.loan__Account__c.slice(0, 15)).toBe(ASKED.borrowerId);
      const product = account.loan__Loan_Product_Name__c ?? ASKED.loanProductId;
      expect(product.slice(0, 15)).toBe(ASKED.loanProductId);
      expect(answer.value).toMatchObject({
        accountId: account.Id,
        amountMinor: Math.round(Number(account.loan__Loan_Amount__c) * 100),
      });
    }),
    RUNS,
  );
});
