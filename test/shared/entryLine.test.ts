// Every entry of the journal says in each language what it is and what it tells; no code is left where a word belongs.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rowPayloads } from "../../electron/journal/rows.ts";
import { limitNames } from "../../shared/api/setup.ts";
import { languages, roles } from "../../shared/api/values.ts";
import { approvalActs } from "../../shared/approvals.ts";
import { entryTitle, factsLine } from "../../shared/entryLine.ts";
import { factNames, factWords } from "../../shared/factWords.ts";
import { attentionReasons, certainties, heldReasons, outcomeWords } from "../../shared/outbox.ts";

/** The closed lists of a payload's own fields: what may stand there as a code. */
function wordsOf(kind: keyof typeof rowPayloads, field: string): string[] {
  const schema: unknown = Object.entries(rowPayloads[kind].shape).find(([name]) => name === field)?.[1];
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodEnum)) throw new Error(`${kind}.${field} is no closed list.`);
  return inner.options.map(String);
}

const coded = [
  ...roles,
  ...heldReasons,
  ...attentionReasons,
  ...certainties,
  ...outcomeWords,
  ...wordsOf("till.moved", "direction"),
  ...wordsOf("till.transferEnded", "result"),
  ...wordsOf("staff.signedOut", "because"),
  ...wordsOf("staff.approved", "by"),
  ...wordsOf("item.resolved", "decision"),
  ...wordsOf("dispute.opened", "about"),
  ...wordsOf("loan.answered", "outcome"),
  ...wordsOf("loan.doubtDecided", "decision"),
  ...wordsOf("loan.uploadEnded", "result"),
  ...wordsOf("loan.cancelAnswered", "result"),
  ...wordsOf("customer.onboardingAnswered", "result"),
  ...wordsOf("customer.doubtDecided", "decision"),
  ...wordsOf("account.answered", "result"),
  ...wordsOf("paper.printed", "result"),
  ...["posted", "refused", "attention", "held", "wait", "left", "yes", "no", "offline"],
];

describe.each(languages)("in %s", (language) => {
  it("every kind of entry has its title", () => {
    expect(Object.keys(rowPayloads).filter((kind) => entryTitle(kind, language) === null)).toEqual([]);
  });

  it("every fact has a name, and every coded one a word", () => {
    expect(factNames).toEqual(Object.keys(factWords[language].names));
    expect(coded.filter((word) => !Object.hasOwn(factWords[language].values, word))).toEqual([]);
  });

  it("every act and every limit is said by its name", () => {
    const line = factsLine(
      [
        ...approvalActs.map((act) => ({ name: "act" as const, act })),
        ...limitNames.map((limit) => ({ limit, value: 1 })),
      ],
      language,
    );
    expect([...approvalActs, ...limitNames].filter((code) => line.includes(`: ${code}`))).toEqual([]);
    expect(limitNames.filter((name) => line.includes(name))).toEqual([]);
  });
});

it("a line of facts, in the reader's language and with their numbers", () => {
  const facts = [
    { name: "counted", amountMinor: 9_000_000 },
    { name: "reason", word: "absentTwice" },
    { name: "note", text: "As it was typed" },
    { limit: "idleLockSeconds", value: 300 },
  ] as const;
  expect(factsLine(facts, "en")).toBe(
    "counted: 90,000.00 · reason: twice not in the books · note: As it was typed · Lock an idle counter after: 300 s",
  );
  expect(factsLine(facts.slice(0, 2), "ru")).toMatch(
    /^насчитано: 90\s000,00 · причина: дважды нет в книгах$/,
  );
});

it("a newer version's words are said as they stand", () => {
  expect(entryTitle("till.teleported", "en")).toBeNull();
  expect(factsLine([{ name: "state", word: "floating" }], "sq")).toBe("gjendja: floating");
});
