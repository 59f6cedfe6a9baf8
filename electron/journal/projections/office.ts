/** Derived: the office's own facts — set-up, limits, providers, staff, documents. */

import type { Projection } from "../contract.ts";
import { prepared } from "../statements.ts";

const ddl = `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  installation_id TEXT NOT NULL,
  training INTEGER NOT NULL,
  office TEXT,
  till TEXT,
  currency TEXT,
  language TEXT,
  limits TEXT NOT NULL DEFAULT '{}',
  recovery_code_shown INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE providers (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE TABLE staff (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  active INTEGER NOT NULL,
  language TEXT
) STRICT;
CREATE TABLE documents (
  document_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  loan_id TEXT,
  mime TEXT NOT NULL,
  pages INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  purged INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE prints (
  print_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  subject_id TEXT NOT NULL,
  result TEXT
) STRICT;
CREATE INDEX prints_by_subject ON prints (subject_id);
`;

export const officeProjection: Projection = {
  name: "office",
  ddl,
  tables: ["office", "providers", "staff", "documents", "prints"],
  apply(row, sql) {
    switch (row.kind) {
      case "setup.installed":
        prepared(sql, "INSERT INTO office (id, installation_id, training) VALUES (1, ?, ?)").run(
          row.payload.installationId,
          row.payload.training ? 1 : 0,
        );
        return;
      case "setup.renumbered":
        prepared(sql, "UPDATE office SET installation_id = ?").run(row.payload.installationId);
        return;
      case "setup.saved": {
        const { office, till, currency, language } = row.payload;
        prepared(sql, "UPDATE office SET office = ?, till = ?, currency = ?, language = ?").run(
          office,
          till,
          currency,
          language,
        );
        return;
      }
      case "setup.limits":
        prepared(sql, "UPDATE office SET limits = json_patch(limits, ?)").run(
          JSON.stringify(row.payload.limits),
        );
        return;
      case "setup.recoveryCodeShown":
        prepared(sql, "UPDATE office SET recovery_code_shown = 1").run();
        return;
      case "setup.providerSaved":
        prepared(
          sql,
          "INSERT INTO providers (id, position, facts) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts",
        ).run(row.payload.id, row.sequence, JSON.stringify(row.payload));
        return;
      case "staff.saved":
        prepared(
          sql,
          "INSERT INTO staff (name, role, active) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET role = excluded.role, active = excluded.active",
        ).run(row.payload.name, row.payload.role, row.payload.active ? 1 : 0);
        return;
      case "staff.language":
        prepared(sql, "UPDATE staff SET language = ? WHERE name = ?").run(
          row.payload.language,
          row.payload.name,
        );
        return;
      case "document.stored": {
        const { documentId, loanId, mime, pages, bytes, sha256, source } = row.payload;
        prepared(
          sql,
          "INSERT INTO documents (document_id, sequence, loan_id, mime, pages, bytes, sha256, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ).run(documentId, row.sequence, loanId, mime, pages, bytes, sha256, source);
        return;
      }
      case "document.purged":
        prepared(sql, "UPDATE documents SET purged = 1 WHERE document_id = ?").run(row.payload.documentId);
        return;
      case "paper.printing":
        prepared(sql, "INSERT INTO prints (print_id, sequence, subject_id) VALUES (?, ?, ?)").run(
          row.payload.printId,
          row.sequence,
          row.payload.subjectId,
        );
        return;
      case "paper.printed":
        prepared(sql, "UPDATE prints SET result = ? WHERE print_id = ?").run(
          row.payload.result,
          row.payload.printId,
        );
        return;
      default:
        return;
    }
  },
};
