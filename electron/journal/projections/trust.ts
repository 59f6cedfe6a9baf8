/** Derived: the certificates of authorities that this till trusts beside the well-known ones. */
import type { Projection } from "../contract.ts";
import { prepared } from "../statements.ts";

const ddl = `
CREATE TABLE trusted_certificates (
  sha256 TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  certificate TEXT NOT NULL
) STRICT;
`;

export const trustProjection: Projection = {
  name: "trust",
  ddl,
  tables: ["trusted_certificates"],
  apply(row, sql) {
    if (row.kind === "setup.certificateTrusted") {
      const { approvedBy: _approvedBy, ...certificate } = row.payload;
      prepared(
        sql,
        "INSERT OR IGNORE INTO trusted_certificates (sha256, sequence, certificate) VALUES (?, ?, ?)",
      ).run(certificate.sha256, row.sequence, JSON.stringify(certificate));
    } else if (row.kind === "setup.certificateDistrusted")
      prepared(sql, "DELETE FROM trusted_certificates WHERE sha256 = ?").run(row.payload.sha256);
  },
};
