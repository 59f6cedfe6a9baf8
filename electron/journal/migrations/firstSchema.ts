/** Version 1: the append-only journal, sealed cells with their keys and blind indexes, credentials, drafts, notes about the file. */
export const firstSchema = `
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  row_id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  monotonic_ms INTEGER NOT NULL,
  clock_offset_ms INTEGER,
  business_date TEXT NOT NULL,
  shift_id TEXT,
  actor TEXT NOT NULL CHECK (actor <> ''),
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  tag TEXT NOT NULL CHECK (length(tag) = 64)
) STRICT;
CREATE TRIGGER journal_is_gapless BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM journal)
BEGIN
  SELECT RAISE(ABORT, 'the journal has no gaps: the next sequence follows the last');
END;
-- INSERT OR REPLACE would take the older row away before the DELETE trigger sees it.
CREATE TRIGGER journal_replaces_nothing BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE row_id = NEW.row_id OR hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: this row stands in it already');
END;
CREATE TRIGGER journal_is_not_updated BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: no row is changed');
END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: no row is deleted');
END;

CREATE TABLE customers (
  customer_id TEXT PRIMARY KEY,
  pin_digest BLOB UNIQUE,
  wrapped_key BLOB,
  made_at TEXT NOT NULL,
  purged_at TEXT,
  CHECK ((wrapped_key IS NULL) = (purged_at IS NOT NULL))
) STRICT;
CREATE TABLE cells (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (customer_id),
  sealed BLOB NOT NULL,
  PRIMARY KEY (table_name, row_id, column_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX cells_by_customer ON cells (customer_id);
CREATE TABLE blind_index (
  digest BLOB NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (customer_id),
  PRIMARY KEY (digest, table_name, row_id, column_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_index_by_cell ON blind_index (table_name, row_id, column_name);
CREATE INDEX blind_index_by_customer ON blind_index (customer_id);

CREATE TABLE credentials (
  name TEXT PRIMARY KEY,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_for_ms INTEGER NOT NULL DEFAULT 0 CHECK (locked_for_ms >= 0)
) STRICT;
CREATE TABLE drafts (
  owner TEXT NOT NULL,
  form TEXT NOT NULL,
  sealed BLOB NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (owner, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
