/** Personal data: sealed cells that open only in their own place, blind indexes that find them, and keys that can be destroyed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestsOf, nameWords, normaliseValue } from "../../electron/journal/blindIndex.ts";
import type { Journal, SealedCells } from "../../electron/journal/contract.ts";
import { customerDigest } from "../../electron/journal/customerDigest.ts";
import { seal, unseal } from "../../electron/journal/keys/sealing.ts";
import { workDay } from "./dayRows.ts";
import { testRandom } from "./parts.ts";
import { newTill, type Till } from "./till.ts";

async function tillWith(work: (cells: SealedCells) => void): Promise<{ till: Till; journal: Journal }> {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 1);
  journal.write(({ cells }) => work(cells));
  return { till, journal };
}

const ion = { pin: "I12356789T", firstName: "Ion", lastName: "Popa-Ionescu", gsm: "0602160911" };

describe("sealed cells", () => {
  it("come back in full, in part, and after a restart", async () => {
    const { till, journal } = await tillWith((cells) => {
      const customer = cells.customerFor(ion.pin);
      cells.put(customer, "loans", "loan-1", ion);
      cells.put(customer, "items", "item-1", { clientPin: ion.pin });
    });
    expect(journal.cells.get("loans", "loan-1")).toEqual(ion);
    journal.write(({ cells }) =>
      cells.put(cells.customerFor(ion.pin), "loans", "loan-1", { gsm: "0700000000" }),
    );
    journal.close();
    const again = till.open();
    expect(again.cells.get("loans", "loan-1")).toEqual({ ...ion, gsm: "0700000000" });
    expect(again.cells.get("items", "item-1")).toEqual({ clientPin: ion.pin });
    expect(again.cells.get("items", "item-2")).toEqual({});
  });

  it("leave nothing readable on the disk, in the journal or in the twin", async () => {
    const { till } = await tillWith((cells) => cells.put(cells.customerFor(ion.pin), "loans", "loan-1", ion));
    for (const path of [
      join(till.folder, "journal.sqlite"),
      join(till.folder, "journal.sqlite-wal"),
      String(till.twinPath),
    ]) {
      const bytes = readFileSync(path);
      for (const value of Object.values(ion)) {
        expect(bytes.includes(value)).toBe(false);
        expect(bytes.includes(Buffer.from(value, "utf16le"))).toBe(false);
      }
    }
  });

  it.each<[what: string, statement: string]>([
    ["another row", "UPDATE cells SET row_id = 'loan-9' WHERE row_id = 'loan-1' AND column_name = 'gsm'"],
    [
      "another column",
      "UPDATE cells SET column_name = 'phoneHome' WHERE row_id = 'loan-1' AND column_name = 'gsm'",
    ],
    [
      "another table",
      "UPDATE cells SET table_name = 'items' WHERE row_id = 'loan-1' AND column_name = 'gsm'",
    ],
    [
      "another customer",
      "UPDATE cells SET customer_id = (SELECT customer_id FROM cells WHERE row_id = 'loan-2') WHERE row_id = 'loan-1' AND column_name = 'gsm'",
    ],
    [
      "another cell's place, both ways",
      `UPDATE cells SET sealed = (SELECT sealed FROM cells WHERE row_id = 'loan-1' AND column_name = 'pin')
       WHERE row_id = 'loan-1' AND column_name = 'gsm'`,
    ],
    [
      "another letter",
      "UPDATE cells SET sealed = CAST(sealed || x'00' AS BLOB) WHERE row_id = 'loan-1' AND column_name = 'gsm'",
    ],
    ["nothing", "UPDATE cells SET sealed = x'' WHERE row_id = 'loan-1' AND column_name = 'gsm'"],
  ])("moved to %s they do not open, and the next start says so", async (_what, statement) => {
    const { till, journal } = await tillWith((cells) => {
      cells.put(cells.customerFor("1"), "loans", "loan-1", { pin: "1", gsm: "0600000001" });
      cells.put(cells.customerFor("2"), "loans", "loan-2", { pin: "2", gsm: "0600000002" });
    });
    expect(journal.sql.prepare(statement).run().changes).toBe(1);
    const everywhere = () =>
      ["loans/loan-1", "loans/loan-9", "items/loan-1"].map((place) => journal.cells.get(...pair(place)));
    expect(everywhere).toThrow("changed or moved on the disk");
    journal.close();
    expect(till.open().problem()?.detail).toBe("Sealed personal data are damaged in 1 places.");
  });

  function pair(place: string): [string, string] {
    const [table = "", row = ""] = place.split("/");
    return [table, row];
  }

  it("are stored with the fact they belong to, or not at all", async () => {
    const { journal } = await tillWith(() => undefined);
    expect(() => journal.cells.customerFor("1")).toThrow("inside journal.write");
    expect(() => journal.cells.anonymousCustomer()).toThrow("inside journal.write");
    expect(() =>
      journal.write(({ cells }) => {
        cells.put(cells.customerFor(ion.pin), "loans", "loan-1", ion);
        throw new Error("The application could not be recorded.");
      }),
    ).toThrow("could not be recorded");
    expect(journal.cells.get("loans", "loan-1")).toEqual({});
    expect(journal.cells.find("loans", "gsm", ion.gsm)).toEqual([]);
    expect(journal.sql.prepare("SELECT COUNT(*) FROM customers").pluck().get()).toBe(0);
  });

  it("bytes open in their own place and nowhere else", async () => {
    const sealed: Uint8Array[] = [];
    const { journal } = await tillWith((cells) => {
      sealed.push(cells.bytes.seal(cells.customerFor("1"), "documents", "d-1", Buffer.from("%PDF")));
    });
    const [bytes = new Uint8Array()] = sealed;
    const open = (table: string, row: string, from: Uint8Array) => journal.cells.bytes.open(table, row, from);
    expect(Buffer.from(open("documents", "d-1", bytes) ?? []).toString()).toBe("%PDF");
    expect(() => open("documents", "d-2", bytes)).toThrow("changed or moved");
    expect(() => open("pages", "d-1", bytes)).toThrow("changed or moved");
    expect(() => open("documents", "d-1", bytes.subarray(0, -1))).toThrow("changed or moved");
    expect(() => open("documents", "d-1", new Uint8Array())).toThrow("changed or moved");
    expect(() => open("documents", "d-1", Buffer.from("CfS1\u0003abc"))).toThrow(
      "does not know the customer",
    );
  });

  it("use a fresh nonce each time", () => {
    const [key, random] = [Buffer.alloc(32, 7), testRandom()];
    const sealed = Array.from({ length: 50 }, () => seal(key, ["a"], Buffer.from("x"), random));
    expect(new Set(sealed.map((bytes) => bytes.subarray(0, 12).toString("hex"))).size).toBe(50);
    expect(unseal(key, ["a"], sealed[0] ?? new Uint8Array())?.toString()).toBe("x");
    expect(unseal(key, ["a", ""], sealed[0] ?? new Uint8Array())).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), ["a"], sealed[0] ?? new Uint8Array())).toBeNull();
  });
});

describe("purging", () => {
  it("destroys the key: nothing of this customer opens or is found, others are untouched, and a rebuild agrees", async () => {
    const sealed: Uint8Array[] = [];
    const { till, journal } = await tillWith((cells) => {
      const customer = cells.customerFor(ion.pin);
      cells.put(customer, "loans", "loan-1", ion);
      sealed.push(cells.bytes.seal(customer, "documents", "d-1", Buffer.from("%PDF")));
      cells.put(cells.customerFor("2"), "loans", "loan-2", { pin: "2", lastName: "Popa" });
    });
    const wrapped = journal.sql
      .prepare(
        "SELECT wrapped_key FROM customers WHERE customer_id = (SELECT customer_id FROM cells WHERE row_id = 'loan-1')",
      )
      .pluck()
      .get();
    if (!Buffer.isBuffer(wrapped)) throw new Error("A customer has a wrapped key.");
    const files = () =>
      ["journal.sqlite", "journal.sqlite-wal"].map((name) => readFileSync(join(till.folder, name)));
    expect(files().some((bytes) => bytes.includes(wrapped))).toBe(true);
    journal.write(({ append, cells }) => {
      const customerId = cells.customerFor(ion.pin);
      cells.purge(customerId);
      append({ kind: "customer.purged", payload: { customerId }, actor: "system" });
    });
    expect(files().some((bytes) => bytes.includes(wrapped))).toBe(false);
    expect(journal.cells.get("loans", "loan-1")).toEqual({});
    expect(journal.cells.find("loans", "lastName", "Popa")).toEqual(["loan-2"]);
    expect(journal.cells.bytes.open("documents", "d-1", sealed[0] ?? new Uint8Array())).toBeNull();
    expect(journal.cells.get("loans", "loan-2")).toEqual({ pin: "2", lastName: "Popa" });
    journal.rebuild();
    expect(journal.verify().ok).toBe(true);
    journal.close();
    const again = till.open();
    expect([again.problem(), again.cells.get("loans", "loan-1")]).toEqual([null, {}]);
    again.write(({ cells }) => cells.put(cells.customerFor(ion.pin), "loans", "loan-3", { pin: ion.pin }));
    expect(again.cells.get("loans", "loan-3")).toEqual({ pin: ion.pin });
  });

  it("that is rolled back destroys nothing", async () => {
    const { journal } = await tillWith((cells) =>
      cells.put(cells.customerFor(ion.pin), "loans", "loan-1", ion),
    );
    expect(() =>
      journal.write(({ cells }) => {
        cells.purge(cells.customerFor(ion.pin));
        throw new Error("No.");
      }),
    ).toThrow("No.");
    expect(journal.cells.get("loans", "loan-1")).toEqual(ion);
  });
});

describe("what is found again", () => {
  it.each<[column: string, stored: string, sought: string, found: boolean]>([
    ["lastName", "Popa-Ionescu", "Ionescu", true],
    ["lastName", "Popa-Ionescu", "popa", true],
    ["lastName", "Popa-Ionescu", "ionescu popa", true],
    ["lastName", "Popa-Ionescu", "Pop", false],
    ["lastName", "Popa-Ionescu", "Popa Vasile", false],
    ["firstName", "Élise", "ELISE", true],
    ["firstName", "Ștefan", "Stefan", true],
    ["firstName", "Đorđe", "DORDE", true],
    ["firstName", "Елена", "елена", true],
    ["clientName", "John Smith", "smith", true],
    ["patronymic", "Petru", "PETRU", true],
    ["gsm", "0602160911", "0602160911", true],
    ["gsm", "0602160911", "0602160", false],
    ["pin", "I123 456", "i123456", true],
    ["clientPin", "I123456", " i123 456 ", true],
    ["town", "Chișinău", "chișinău", true],
    ["town", "Chișinău", "Chisinau", false],
  ])("%s %j by %j: %s", async (column, stored, sought, found) => {
    const { journal } = await tillWith((cells) =>
      cells.put(cells.anonymousCustomer(), "loans", "loan-1", { [column]: stored }),
    );
    expect(journal.cells.find("loans", column, sought)).toEqual(found ? ["loan-1"] : []);
    expect(journal.cells.find("items", column, sought)).toEqual([]);
  });

  it("a changed value is found by what it is and no longer by what it was", async () => {
    const { journal } = await tillWith((cells) => {
      const customer = cells.customerFor(ion.pin);
      cells.put(customer, "loans", "loan-1", { lastName: "Popa" });
      cells.put(customer, "loans", "loan-1", { lastName: "Rusu" });
    });
    expect(journal.cells.find("loans", "lastName", "Popa")).toEqual([]);
    expect(journal.cells.find("loans", "lastName", "Rusu")).toEqual(["loan-1"]);
  });

  it("one person is one customer, however the PIN is typed", async () => {
    const { journal } = await tillWith(() => undefined);
    const ids = journal.write(({ cells }) =>
      ["I12356789T", "i12356789t", " I123 56789T", "Ｉ12356789T"].map((pin) => cells.customerFor(pin)),
    );
    expect(new Set(ids).size).toBe(1);
    expect(customerDigest(journal, "i123 56789t")).toBe(customerDigest(journal, "I12356789T"));
    expect(customerDigest(journal, "I12356789T")).not.toBe(customerDigest(journal, "I12356789K"));
  });

  it("is keyed: another till's index says nothing about this one's", () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((key) =>
      digestsOf(key, "t", "gsm", "1"),
    );
    expect(one).not.toEqual(other);
    expect(digestsOf(Buffer.alloc(32, 1), "t", "gsm", "1")).not.toEqual(
      digestsOf(Buffer.alloc(32, 1), "u", "gsm", "1"),
    );
  });

  it.each<[name: string, words: string[]]>([
    ["Élise  d'Arc-Ionescu", ["ELISE", "D", "ARC", "IONESCU"]],
    ["  ", []],
    ["Æsa Łukasz", ["AESA", "LUKASZ"]],
    ["👍 Ana", ["ANA"]],
    ["Ana Ana", ["ANA"]],
  ])("words of %j", (name, words) => {
    expect(nameWords(name)).toEqual(words);
    expect(normaliseValue(` ${name} `)).toBe(normaliseValue(name));
  });
});
