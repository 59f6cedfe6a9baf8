/** All desks of one counter, each with the calls that it answers. */
import { createAccountsDesk } from "../desks/accounts.ts";
import { createAgreementsDesk } from "../desks/agreements.ts";
import { createCarryDesk } from "../desks/carry.ts";
import type { DeskContext } from "../desks/context.ts";
import { createCustomersDesk } from "../desks/customers.ts";
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
import { createScannersDesk } from "../desks/scanners.ts";
import { createScansDesk, type ScanParts } from "../desks/scans.ts";
import { createSetupDesk, type SetupParts } from "../desks/setup.ts";
import { createStaffDesk, type StaffParts } from "../desks/staff.ts";
import { createTillDesk } from "../desks/till.ts";
import { createTrainingDesk, type TrainingSide } from "../desks/training.ts";
import type { Uploads } from "../desks/uploads.ts";
import type { AllDesks } from "./dispatch.ts";

export interface DeskParts {
  setup: SetupParts;
  staff: StaffParts;
  /** Null at the office's own counter. */
  training: TrainingSide | null;
  uploads: Uploads;
  scans: ScanParts;
}

export function createAllDesks(context: DeskContext, parts: DeskParts): AllDesks {
  const till = createTillDesk(context);
  return {
    ...createSetupDesk(context, parts.setup),
    ...createCarryDesk(context),
    ...createStaffDesk(context, parts.staff),
    ...till,
    ...createLoansDesk(context, parts.uploads),
    ...createAgreementsDesk(context, parts.uploads),
    ...createDraftsDesk(context),
    ...createPayoutsDesk(context),
    ...createRepaymentsDesk(context),
    ...createOutboxDesk(context),
    ...createCustomersDesk(context),
    ...createAccountsDesk(context),
    ...createLettersDesk(context),
    ...createDocumentsDesk(context),
    ...createReceiptsDesk(context, {
      shiftReport: (shiftId, by) => till["till.report"](shiftId === undefined ? {} : { shiftId }, by),
    }),
    ...createPrintersDesk(context),
    ...createScannersDesk(context, parts.scans),
    ...createScansDesk(context, parts.scans),
    ...createJournalDesk(context),
    ...createTrainingDesk(parts.training),
  };
}
