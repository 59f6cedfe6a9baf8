/** Answers that are wrong inside: each takes the faithful XML and gives back what a bad day makes of it. */

export type Spoil = (xml: string) => string;

const AMOUNT = />(\d+\.\d+)</g;

/** The last closing tag is gone. */
export const malformed: Spoil = (xml) => xml.replace(/<\/\w+>\s*$/, "");

/** Nine levels of ten: a thousand million words, for a parser that expands entities. */
export const entityBomb: Spoil = (xml) => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? "lol".repeat(10) : `&lol${level - 1};`.repeat(10);
    return `<!ENTITY lol${level} "${inner}">`;
  });
  const bomb = `<!DOCTYPE loan [\n${levels.join("\n")}\n]>\n`;
  return beforeRoot(xml, bomb).replace(/>([^<>\s][^<>]*)</, ">&lol8;<");
};

/** A document type that points at somebody's server. */
export const documentType: Spoil = (xml) =>
  beforeRoot(xml, '<!DOCTYPE loan SYSTEM "http://127.0.0.1/loan.dtd">\n');

export const numbersInWords: Spoil = (xml) => xml.replace(AMOUNT, ">five thousand<");

export const decimalCommas: Spoil = (xml) =>
  xml.replace(AMOUNT, (_, amount: string) => `>${amount.replace(".", ",")}<`);

/** The same values as Java prints them from ten million on: 5478.4 as 5.4784E3. */
export const exponentDecimals: Spoil = (xml) =>
  xml.replace(AMOUNT, (_, amount: string) => {
    const [whole = "", fraction = ""] = amount.split(".");
    const digits = `${whole.slice(1)}${fraction}`.replace(/0+$/, "") || "0";
    return `>${whole.slice(0, 1)}.${digits}E${whole.length - 1}<`;
  });

const byImportance = ["remaining_balance", "total_loan_amount", "allowed", "approved", "loan_ref", "status"];

function weightiestField(xml: string): string | undefined {
  return byImportance.find((candidate) => xml.includes(`<${candidate}>`));
}

/** The field that matters most is not there. */
export const missingField: Spoil = (xml) => {
  const name = weightiestField(xml);
  return name === undefined ? xml : xml.replace(new RegExp(`\\s*<${name}>[^<]*</${name}>`), "");
};

/** The field that matters most stands there twice, the second time with another value. */
export const duplicatedField: Spoil = (xml) => {
  const name = weightiestField(xml);
  return name === undefined
    ? xml
    : xml.replace(new RegExp(`<${name}>([^<]*)</${name}>`), `$&<${name}>1$1</${name}>`);
};

/** Fifty thousand instalments where a handful belong. */
export const hugeInstalments: Spoil = (xml) =>
  withInstalments(xml, (rows) => {
    const [first = ""] = rows;
    return Array.from({ length: 50_000 }, (_, index) =>
      first.replace(/>\d+<\/number>/, `>${index + 1}</number>`),
    );
  });

export const instalmentsOutOfOrder: Spoil = (xml) => withInstalments(xml, (rows) => rows.toReversed());

/** More repaid than was ever owed. */
export const repaidAboveTotal: Spoil = (xml) =>
  xml.replace(
    /<repaid>(\d+\.\d+)<\/repaid>/,
    (_, repaid: string) => `<repaid>9${repaid.padStart(9, "0")}</repaid>`,
  );

/** A byte order mark, which a file may begin with and XML over the wire hardly ever does. */
export const byteOrderMark: Spoil = (xml) => `\ufeff${xml}`;

function beforeRoot(xml: string, text: string): string {
  const declaration = /^<\?xml[^>]*\?>\s*/.exec(xml)?.[0] ?? "";
  return declaration + text + xml.slice(declaration.length);
}

function withInstalments(xml: string, change: (rows: string[]) => string[]): string {
  return xml.replace(
    /(<installment_table>)([\s\S]*)(<\/installment_table>)/,
    (_, open, table: string, close) => {
      const rows = table.match(/\s*<installment>[\s\S]*?<\/installment>/g) ?? [];
      return `${open}${change(rows).join("")}\n${close}`;
    },
  );
}
