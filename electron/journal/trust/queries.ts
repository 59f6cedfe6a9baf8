/** Whom the lines trust beside the well-known authorities, in the order in which they were added. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { type StoredCertificate, storedCertificate } from "../rows/safetyRows.ts";
import { prepared } from "../statements.ts";

export function readTrustedCertificates(sql: Sql): StoredCertificate[] {
  const found = z
    .array(z.string())
    .parse(prepared(sql, "SELECT certificate FROM trusted_certificates ORDER BY sequence").pluck().all());
  return found.map((text) => storedCertificate.parse(JSON.parse(text)));
}
