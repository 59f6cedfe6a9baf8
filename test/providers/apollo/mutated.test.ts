/** 1,000 spoilt answers of Apollo: the adapter never throws, and fetches a letter only for the loan that was asked for. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { configOf, lettersOf } from "../adapters.ts";
import { RUNS, spoiltReplies } from "../mutations.ts";
import { scriptedProvider } from "../scriptedProvider.ts";

it("holds against 1,000 of them", { timeout: 120_000 }, async () => {
  const provider = await scriptedProvider();
  const letters = lettersOf(configOf("apollo", provider.origin));
  const link = `${provider.origin}/letters/1.pdf`;
  const reply = { partner_tag: "TEST", loan_type: "PL", partner_loan_id: "TST10", "S3 key": link };
  const foreign = [
    { path: ["partner_loan_id"], id: "TST11" },
    { path: ["loan_type"], id: "CL" },
    { path: ["partner_tag"], id: "OTHER" },
    { path: ["S3 key"], id: "https://169.254.1.1@127.0.0.1/letters/1.pdf" },
  ];
  const pdf = { status: 200, body: "%PDF-1.7\n", headers: { "Content-Type": "application/pdf" } };
  await fc.assert(
    fc.asyncProperty(spoiltReplies(reply, foreign), async (spoilt) => {
      provider.answer(({ url }) => (url.startsWith("/letters/") ? pdf : spoilt.reply));
      const before = provider.asked.length;
      const answer = await letters.noDuesLetter("TST10", "PL");
      const fetched = provider.asked.slice(before).filter(({ url }) => url.startsWith("/letters/"));
      if (answer.kind !== "answer") {
        expect(answer.message).toMatch(/\S/);
        expect(fetched).toEqual([]);
        return;
      }
      expect(answer.value.given).toBe(true);
      expect(fetched).toHaveLength(1);
      expect(spoilt.reply.status).toBe(200);
      expect(JSON.parse(String(spoilt.reply.body).replace(/^\ufeff/, ""))).toMatchObject(reply);
    }),
    RUNS,
  );
});
