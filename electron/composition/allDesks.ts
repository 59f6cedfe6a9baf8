/** All desks of one counter, each with the calls that it answers. */
import { createAccountsDesk } from "../desks/accounts.ts";
import { createAgreementsDesk } from "../desks/agreements.ts";
import { type ApprovalParts, createApprovalsDesk } from "../desks/approvals.ts";
import { createCarryDesk } from "../desks/carry.ts";
import type { DeskContext } from "../desks/context.ts";
import { createCustomersDesk } from "../desks/customers.ts";
import { createDisputesDesk } from "../desks/disputes.ts";
import { createDocumentsDesk } from "../desks/documents.ts";
import { createDraftsDesk } from "../desks/drafts.ts";
import { createJournalDesk } from "../desks/journal.ts";
import { createLettersDesk } from "../desks/letters.ts";
import { createLoansDesk } from "../desks/loans.ts";
import { createOutboxDesk } from "../desks/outbox.ts";
import { createPayoutsDesk } from "../desks/payouts.ts";
import { createPrintersDesk } from "../desks/printers.ts";
import { createReceiptsDesk } from "../desks/receipts.ts";
import { createRepaymentsDesk } from "../desks/repayments.ts";
import { createSafetyDesk, type SafetyParts } from "../desks/safety.ts";
import { createScannersDesk } from "../desks/scanners.ts";
import { createScansDesk, type ScanParts } from "../desks/scans.ts";
import { createSetupDesk, type SetupParts } from "../desks/setup.ts";
import { createStaffDesk, type StaffParts } from "../desks/staff.ts";
import { createTillBooksDesk } from "../desks/till/books.ts";
import { createTransfersDesk, transferOf } from "../desks/till/transfers.ts";
import { transferViewOf } from "../desks/till/transferView.ts";
import { createTillDesk } from "../desks/till.ts";
import { createTrainingDesk, type TrainingSide } from "../desks/training.ts";
import type { Uploads } from "../desks/uploads.ts";
import type { Stamper } from "../documents/codes/stamper.ts";
import type { AllDesks } from "./dispatch.ts";

export interface DeskParts {
  setup: SetupParts;
  safety: SafetyParts;
  staff: StaffParts;
  approvals: ApprovalParts;
  /** Null at the office's own counter. */
  training: TrainingSide | null;
  uploads: Uploads;
  scans: ScanParts;
  stamper: Stamper;
}

export function createAllDesks(context: DeskContext, parts: DeskParts): AllDesks {
  const till = createTillDesk(context);
  return {
    ...createSetupDesk(context, parts.setup),
    ...createSafetyDesk(context, parts.safety),
    ...createCarryDesk(context),
    ...createStaffDesk(context, parts.staff),
    ...createApprovalsDesk(context, parts.approvals),
    ...till,
    ...createTransfersDesk(context),
    ...createTillBooksDesk(context),
    ...createDisputesDesk(context),
    ...createLoansDesk(context, parts.uploads),
    ...createAgreementsDesk(context, parts.uploads),
    ...createDraftsDesk(context),
    ...createPayoutsDesk(context),
    ...createRepaymentsDesk(context),
    ...createOutboxDesk(context),
    ...createCustomersDesk(context),
    ...createAccountsDesk(context),
    ...createLettersDesk(context),
    ...createDocumentsDesk(context, { stamper: parts.stamper, binder: parts.scans.binder }),
    ...createReceiptsDesk(context, {
      shiftReport: (shiftId, by) => till["till.report"](shiftId === undefined ? {} : { shiftId }, by),
      transfer: (transferId) => transferViewOf(context, transferOf(context, transferId)),
    }),
    ...createPrintersDesk(context),
    ...createScannersDesk(context, parts.scans),
    ...createScansDesk(context, parts.scans),
    ...createJournalDesk(context),
    ...createTrainingDesk(parts.training),
  };
}
