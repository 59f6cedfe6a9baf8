/** Transfers: cash leaves this drawer for the safe or another till, stands as under way, and is accepted there. */
import type { TransferView } from "../../../shared/api/transfers.ts";
import { Refusal } from "../../../shared/errors.ts";
import { formatMinor } from "../../../shared/money.ts";
import { nextReceiptNumber } from "../../journal/outbox/receiptNumbers.ts";
import {
  acceptedTransfer,
  findTransfer,
  listTransfers,
  type TransferRecord,
} from "../../journal/till/transfers.ts";
import type { DeskCalls, DeskContext } from "../context.ts";
import { assertEnoughCash, openOne } from "./status.ts";
import { acknowledgementOf, madeOutTo, readAcknowledgement, readTransferCode } from "./transferCode.ts";
import { codeOf, transferViewOf } from "./transferView.ts";

type TransferCalls = DeskCalls<
  "till.transfer" | "till.accept" | "till.transferAccepted" | "till.transferBack" | "till.transfers"
>;

const FIRST_PAGE = { number: 1, size: 50 };

/** Throws `unknownItem`. */
export function transferOf({ journal }: DeskContext, transferId: string): TransferRecord {
  const transfer = findTransfer(journal.sql, transferId);
  if (transfer === null)
    throw new Refusal("unknownItem", "There is no such transfer at this till.", { field: "transferId" });
  return transfer;
}

function underWay(context: DeskContext, transferId: string): TransferRecord {
  const transfer = transferOf(context, transferId);
  if (transfer.state !== "underWay")
    throw new Refusal(
      "wrongState",
      transfer.state === "accepted"
        ? `This transfer was accepted already (${transfer.endedBy ?? ""}).`
        : "This transfer came back and its slip is void.",
      { field: "transferId" },
    );
  return transfer;
}

export function createTransfersDesk(context: DeskContext): TransferCalls {
  const { journal } = context;

  function done(transferId: string): TransferView {
    context.emit("till.changed", {});
    return transferViewOf(context, transferOf(context, transferId));
  }

  return {
    "till.transfer": async ({ to, amountMinor, approval }, by) => {
      const { currency } = context.office();
      openOne(context);
      if (approval !== undefined && to.kind === "till")
        throw new Refusal("invalidInput", "Another till accepts with the slip's code, not with a PIN here.", {
          field: "approval",
        });
      const transferId = context.newId("transfer");
      const acceptedBy =
        approval === undefined ? null : await context.approve(approval, "till.transfer", transferId);
      journal.write(({ append, sql }) => {
        const { shiftId } = openOne(context);
        // Not before the PIN: whoever counts blind must not learn the sum from tries that leave no trace.
        assertEnoughCash(context, amountMinor, by);
        append({
          kind: "till.transferred",
          payload: {
            ...{ shiftId, transferId, amountMinor, currency },
            slipNo: nextReceiptNumber(sql, context.office()),
            place: to.kind,
            name: to.name,
            to: madeOutTo(to.name, context.office()),
          },
          actor: by.name,
          shiftId,
        });
        if (acceptedBy === null) return;
        append({
          kind: "till.transferEnded",
          payload: {
            ...{ transferId, amountMinor, shiftId: null, result: "accepted" },
            ...{ installation: null, reason: null, approvedBy: acceptedBy },
          },
          actor: by.name,
          shiftId,
        });
      });
      return done(transferId);
    },

    "till.accept": ({ code: typed, amountMinor }, by) => {
      const { installationId, office, till, currency, training } = context.office();
      const slip = readTransferCode(typed, { to: `${office} ${till}`, training });
      if (slip.installationId === installationId)
        throw new Refusal("wrongState", "This slip is this till's own. The other till accepts it.", {
          field: "code",
        });
      if (slip.currency !== currency)
        throw new Refusal(
          "notAvailable",
          `This slip is in ${slip.currency}, and this till counts ${currency}.`,
          {
            field: "code",
          },
        );
      if (slip.amountMinor !== amountMinor)
        throw new Refusal(
          "amountDiffers",
          `The slip says ${formatMinor(slip.amountMinor, "en")}. Count the cash again; where it is not all there, do not take it.`,
          { field: "amountMinor" },
        );
      const transferId = context.newId("transfer");
      journal.write(({ append, sql }) => {
        const { shiftId } = openOne(context);
        if (acceptedTransfer(sql, slip.installationId, slip.number) !== null)
          throw new Refusal("exists", "This slip was accepted here already.", { field: "code" });
        append({
          kind: "till.transferReceived",
          payload: {
            ...{ shiftId, transferId, amountMinor, currency },
            slipNo: nextReceiptNumber(sql, context.office()),
            fromInstallation: slip.installationId,
            fromNumber: slip.number,
            acknowledgement: acknowledgementOf(slip.code, installationId),
          },
          actor: by.name,
          shiftId,
        });
      });
      return done(transferId);
    },

    "till.transferAccepted": async ({ transferId, acknowledgement, approval }, by) => {
      const transfer = underWay(context, transferId);
      const code = codeOf(context, transfer);
      const installation =
        acknowledgement === undefined || code === null ? null : readAcknowledgement(acknowledgement, code);
      if (acknowledgement !== undefined && installation === null)
        throw new Refusal("invalidInput", "These are not the characters that the receiving till shows.", {
          field: "acknowledgement",
        });
      const approvedBy =
        installation === null ? await context.approve(approval, "till.transfer", transferId) : null;
      journal.write(({ append }) => {
        const { amountMinor } = underWay(context, transferId);
        append({
          kind: "till.transferEnded",
          payload: {
            ...{ transferId, amountMinor, installation, approvedBy },
            ...{ shiftId: null, result: "accepted", reason: null },
          },
          actor: by.name,
        });
      });
      return done(transferId);
    },

    "till.transferBack": async ({ transferId, reason, approval }, by) => {
      const transfer = underWay(context, transferId);
      const { currency } = context.office();
      if (transfer.currency !== currency)
        throw new Refusal(
          "wrongState",
          `This transfer is in ${transfer.currency}, and this till in ${currency}.`,
          {
            field: "transferId",
          },
        );
      // The other till may have the cash and its code: a second person has seen that it lies here again.
      const approvedBy =
        transfer.place === "till" ? await context.approve(approval, "till.transferBack", transferId) : null;
      journal.write(({ append }) => {
        const { shiftId } = openOne(context);
        const { amountMinor } = underWay(context, transferId);
        append({
          kind: "till.transferEnded",
          payload: {
            ...{ transferId, shiftId, amountMinor, reason, approvedBy },
            ...{ result: "cameBack", installation: null },
          },
          actor: by.name,
          shiftId,
        });
      });
      return done(transferId);
    },

    "till.transfers": ({ state, page = FIRST_PAGE }) => {
      const { transfers, total } = listTransfers(journal.sql, state ?? null, page);
      return { transfers: transfers.map((transfer) => transferViewOf(context, transfer)), total };
    },
  };
}
