/** The slip of a transfer: what the sender hands over with the cash, or what the receiver gives back for it. */
import { amountInWords } from "../../../shared/amountInWords.ts";
import type { TransferView } from "../../../shared/api/transfers.ts";
import type { Language } from "../../../shared/api/values.ts";
import { formatMinor } from "../../../shared/money.ts";
import { type Counter, sheetOf, timeOnPaper } from "./counter.ts";
import { printableText } from "./printableText.ts";
import { scanTextOf } from "./scanCode.ts";
import type { Certainty, Fact, Sheet } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";
import { tillTexts } from "./tillTexts.ts";
import type { TillTexts } from "./tillWording.ts";

const MOST_LETTERS = 90;

const certainties = {
  underWay: "notYet",
  accepted: "certain",
  cameBack: "needsPerson",
} as const satisfies Record<TransferView["state"], Certainty>;

function detail({ direction, place, state }: TransferView, words: TillTexts["transfer"]): string {
  if (direction === "in") return words.received;
  if (state === "underWay") return place === "safe" ? words.underWaySafe : words.underWayTill;
  return words[state];
}

/** "Safe" says no more than "Safe: Safe". */
export function placeText({ place, name }: Pick<TransferView, "place" | "name">, language: Language): string {
  const { safe } = tillTexts[language].transfer;
  const isNamed = name.toLocaleLowerCase(language) !== safe.toLocaleLowerCase(language);
  return printableText(place === "till" || !isNamed ? name : `${safe}: ${name}`, MOST_LETTERS);
}

export function transferSheet(transfer: TransferView, counter: Counter): Sheet {
  const { labels } = receiptTexts[counter.language];
  const { titles, transfer: words } = tillTexts[counter.language];
  const isIn = transfer.direction === "in";
  const here = `${counter.office} · ${labels.till} ${counter.till}`;
  const there = placeText(transfer, counter.language);
  const signatures = [words.signatureSender, words.signatureReceiver];
  const numbers: (Fact | null)[] = [
    { label: labels.number, value: transfer.slipNo },
    { label: labels.date, value: timeOnPaper(transfer.at) },
    { label: words.from, value: isIn ? there : here },
    { label: words.to, value: isIn ? here : there },
    { label: labels.cashier, value: transfer.by },
    transfer.code === null ? null : { label: words.code, value: transfer.code },
    transfer.acknowledgement === null
      ? null
      : { label: words.acknowledgement, value: transfer.acknowledgement },
    transfer.reason === null ? null : { label: labels.reason, value: transfer.reason },
  ];
  const facts = numbers
    .filter((fact) => fact !== null)
    .map(({ label, value }) => ({ label, value: printableText(value, MOST_LETTERS) }));
  const figures = formatMinor(transfer.amountMinor, counter.language);
  return {
    ...sheetOf(counter, transfer.transferId, isIn ? titles.transferIn : titles.transferOut),
    number: transfer.slipNo,
    amount: {
      figures,
      currency: transfer.currency,
      words: amountInWords(transfer.amountMinor, transfer.currency, counter.language),
    },
    facts,
    state: {
      certainty: certainties[transfer.state],
      heading: words.states[transfer.state],
      detail: detail(transfer, words),
    },
    code: transfer.code ?? transfer.acknowledgement,
    signatures,
    stub: {
      heading: labels.stub,
      facts: [
        { label: labels.number, value: transfer.slipNo },
        { label: labels.amount, value: `${figures} ${transfer.currency}` },
        { label: isIn ? words.from : words.to, value: there },
      ],
      signatures,
      // The other till's code is too long for bars that a reader at the counter still tells apart.
      code: scanTextOf(transfer.slipNo),
    },
  };
}
