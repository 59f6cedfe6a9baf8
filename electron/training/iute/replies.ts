/** Puts the lender's answers into HTTP: status, type and headers as documented. */
import type { Reply } from "../http/wire.ts";
import { agreementPdf } from "./agreementPdf.ts";
import type { Answer } from "./operations.ts";
import { errorPage } from "./xml.ts";

export async function replyOf(answer: Answer, at: string): Promise<Reply> {
  switch (answer.kind) {
    case "xml":
      return {
        status: 200,
        contentType: "application/xml;charset=UTF-8",
        body: Buffer.from(answer.xml, "utf8"),
      };
    case "empty":
      return { status: 200, contentType: null, body: new Uint8Array() };
    case "refusal":
      return errorReply(400, answer.sentences);
    case "agreement": {
      const fileName = `specific_agreement_${answer.loan.loanRef}_${answer.language}.pdf`;
      return {
        status: 200,
        contentType: "application/pdf;charset=UTF-8",
        headers: { "Content-Disposition": `attachment;filename=${fileName}` },
        body: await agreementPdf(answer.loan, answer.language, at),
      };
    }
  }
}

/** An error as the document describes it: an HTML page with the errors in its content. */
export function errorReply(status: 400 | 403, sentences: readonly string[]): Reply {
  return htmlReply(status, "Iute CRM", sentences);
}

export function htmlReply(status: number, title: string, sentences: readonly string[]): Reply {
  return {
    status,
    contentType: "text/html;charset=UTF-8",
    body: Buffer.from(errorPage(title, sentences), "utf8"),
  };
}
