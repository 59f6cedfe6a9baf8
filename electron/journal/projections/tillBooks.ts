/** Derived: transfers to the safe and other tills, the lender's balance, what people have seen, and disputes. */

import type { Projection } from "../contract.ts";
import { prepared } from "../statements.ts";
import { takeReceiptNumber } from "./outbox.ts";
import { moveDrawer } from "./till.ts";

const ddl = `
CREATE TABLE transfers (
  transfer_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  shift_id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  place TEXT NOT NULL CHECK (place IN ('safe', 'till')),
  name TEXT NOT NULL,
  made_out_to TEXT,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  slip_no TEXT NOT NULL UNIQUE,
  from_installation TEXT,
  from_number INTEGER,
  acknowledgement TEXT,
  state TEXT NOT NULL CHECK (state IN ('underWay', 'accepted', 'cameBack')),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  ended_sequence INTEGER,
  ended_at TEXT,
  ended_by TEXT,
  reason TEXT
) STRICT;
CREATE UNIQUE INDEX accepted_once ON transfers (from_installation, from_number) WHERE direction = 'in';
CREATE INDEX transfers_by_state ON transfers (state);
CREATE TABLE partner_balances (
  provider_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  balance_minor INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL,
  pending TEXT NOT NULL
) STRICT;
CREATE TABLE news_seen (
  name TEXT PRIMARY KEY,
  up_to INTEGER NOT NULL
) STRICT;
CREATE TABLE disputes (
  dispute_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
`;

export const tillBooksProjection: Projection = {
  name: "tillBooks",
  ddl,
  tables: ["transfers", "partner_balances", "news_seen", "disputes"],
  apply(row, sql) {
    switch (row.kind) {
      case "till.transferred": {
        const { shiftId, transferId, slipNo, place, name, to, amountMinor, currency } = row.payload;
        prepared(
          sql,
          `INSERT INTO transfers (transfer_id, sequence, shift_id, direction, place, name, made_out_to, amount_minor,
                                  currency, slip_no, state, at, by)
             VALUES (@transferId, @sequence, @shiftId, 'out', @place, @name, @to, @amountMinor, @currency, @slipNo,
                     'underWay', @at, @by)`,
        ).run({
          ...{ transferId, shiftId, place, name, to, amountMinor, currency, slipNo },
          ...{ sequence: row.sequence, at: row.at, by: row.actor },
        });
        takeReceiptNumber(sql, slipNo, transferId);
        moveDrawer(sql, row.sequence, shiftId, -amountMinor);
        return;
      }
      case "till.transferEnded": {
        const { transferId, shiftId, result, amountMinor, installation, reason, approvedBy } = row.payload;
        const { changes } = prepared(
          sql,
          `UPDATE transfers SET state = ?, ended_sequence = ?, ended_at = ?, ended_by = ?, reason = ?
            WHERE transfer_id = ? AND state = 'underWay' AND amount_minor = ?`,
        ).run(
          ...[result, row.sequence, row.at, installation ?? approvedBy ?? row.actor, reason],
          ...[transferId, amountMinor],
        );
        if (changes !== 1) throw new Error(`Transfer ${transferId} is not under way: it ends once.`);
        if (result === "accepted") return;
        if (shiftId === null) throw new Error("Cash comes back into an open drawer only.");
        moveDrawer(sql, row.sequence, shiftId, amountMinor);
        return;
      }
      case "till.transferReceived": {
        const { shiftId, transferId, slipNo, fromInstallation, fromNumber } = row.payload;
        const { amountMinor, currency, acknowledgement } = row.payload;
        prepared(
          sql,
          `INSERT INTO transfers (transfer_id, sequence, shift_id, direction, place, name, amount_minor, currency,
                                  slip_no, from_installation, from_number, acknowledgement, state, at, by,
                                  ended_sequence, ended_at, ended_by)
             VALUES (@transferId, @sequence, @shiftId, 'in', 'till', @fromInstallation, @amountMinor, @currency, @slipNo,
                     @fromInstallation, @fromNumber, @acknowledgement, 'accepted', @at, @by, @sequence, @at, @by)`,
        ).run({
          ...{
            transferId,
            shiftId,
            fromInstallation,
            fromNumber,
            amountMinor,
            currency,
            slipNo,
            acknowledgement,
          },
          ...{ sequence: row.sequence, at: row.at, by: row.actor },
        });
        takeReceiptNumber(sql, slipNo, transferId);
        moveDrawer(sql, row.sequence, shiftId, amountMinor);
        return;
      }
      case "till.partnerBalanceSet": {
        const { providerId, balanceMinor, note, pending } = row.payload;
        prepared(
          sql,
          `INSERT OR REPLACE INTO partner_balances (provider_id, sequence, balance_minor, at, by, note, pending)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ).run(providerId, row.sequence, balanceMinor, row.at, row.actor, note, JSON.stringify(pending));
        return;
      }
      case "till.newsSeen":
        prepared(
          sql,
          `INSERT INTO news_seen (name, up_to) VALUES (?, ?)
             ON CONFLICT (name) DO UPDATE SET up_to = MAX(up_to, excluded.up_to)`,
        ).run(row.payload.name, row.payload.upTo);
        return;
      case "dispute.opened":
        prepared(
          sql,
          "INSERT INTO disputes (dispute_id, sequence, at, by, facts) VALUES (?, ?, ?, ?, ?)",
        ).run(...[row.payload.disputeId, row.sequence, row.at, row.actor, JSON.stringify(row.payload)]);
        return;
      default:
        return;
    }
  },
};
