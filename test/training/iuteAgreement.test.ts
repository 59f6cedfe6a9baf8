/** The agreement is a real PDF: it opens, says what was agreed in the language asked for, and embeds its letters. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { apply, applyUpTo } from "./iuteSamples.ts";
import { get, startLender } from "./rawClient.ts";

let lender: TrainingIute;
beforeEach(async () => {
  lender = await startLender();
});
afterEach(() => lender.close());

async function read(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join(" ");
  });
  return Promise.all(pages);
}

describe("Generate agreement", () => {
  it.each([
    ["alb", "Kontratë kredie konsumatore", "Nënshkrimet"],
    ["rom", "Contract de credit de consum", "Condiții generale"],
    ["rus", "Договор потребительского кредита", "Подписи"],
    ["mac", "Договор за потрошувачки кредит", "Клиентот има право да се откаже"],
    ["eng", "Consumer loan agreement", "Signatures"],
  ])("in %s", async (lang, title, words) => {
    const loanRef = await applyUpTo(lender, "approved");
    const answer = await get(lender.baseUrl, "generate/agreement", { loanRef, lang });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/pdf;charset=UTF-8");
    expect(answer.headers["content-disposition"]).toBe(
      `attachment;filename=specific_agreement_90000_${lang}.pdf`,
    );
    expect(answer.body.length).toBeLessThan(60_000);
    const pages = await read(answer.body);
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(page).toContain("90000 · John Smith");
    for (const part of [title, "I123456789T", "5 000.00", "1 095.68", "6 574.08", "26.07.2018"]) {
      expect(pages[0]).toContain(part);
    }
    expect(pages[1]).toContain("26.12.2018 1 095.68 0.00".replaceAll(" 1", "   1").slice(0, 10));
    expect(pages[2]).toContain(words);
    expect(lender.books().loans[0]?.agreements).toMatchObject([{ language: lang }]);
  });

  it("writes every letter of the five languages, and breaks a name that fits no line", async () => {
    const letters = "ËÇëçĂÂÎȘȚăâîșțŞŢşţЁЪЫЭщжЃЅЈЉЊЌЏѓѕјљњќџ";
    const loanRef = await apply(lender, { last_name: letters, street: "x".repeat(255), loan_duration: "60" });
    await lender.decide(loanRef, "approve");
    const { body } = await get(lender.baseUrl, "generate/agreement", { loanRef, lang: "mac" });
    const [first = "", ...others] = await read(body);
    expect(first).toContain(letters);
    expect(first.match(/x+/g)?.length).toBeGreaterThan(2);
    expect(others).toHaveLength(3);
  });

  it("is the same file, byte for byte, when it is asked for again", async () => {
    const loanRef = await applyUpTo(lender, "approved");
    const ask = () => get(lender.baseUrl, "generate/agreement", { loanRef, lang: "alb" });
    const [first, second] = [await ask(), await ask()];
    expect(second.body.equals(first.body)).toBe(true);
  });
});
