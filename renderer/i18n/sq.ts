/** All words in Albanian, by namespace. */
import { accounts } from "./sq/accounts.ts";
import { approvals } from "./sq/approvals.ts";
import { common } from "./sq/common.ts";
import { continuity } from "./sq/continuity.ts";
import { customers } from "./sq/customers.ts";
import { disputes } from "./sq/disputes.ts";
import { errors } from "./sq/errors.ts";
import { frame } from "./sq/frame.ts";
import { help } from "./sq/help.ts";
import { home } from "./sq/home.ts";
import { journal } from "./sq/journal.ts";
import { letters } from "./sq/letters.ts";
import { loans } from "./sq/loans.ts";
import { news } from "./sq/news.ts";
import { outbox } from "./sq/outbox.ts";
import { payout } from "./sq/payout.ts";
import { printing } from "./sq/printing.ts";
import { reasons } from "./sq/reasons.ts";
import { repayments } from "./sq/repayments.ts";
import { scanning } from "./sq/scanning.ts";
import { settings } from "./sq/settings.ts";
import { setup } from "./sq/setup.ts";
import { signIn } from "./sq/signIn.ts";
import { states } from "./sq/states.ts";
import { till } from "./sq/till.ts";
import { training } from "./sq/training.ts";
import { transfers } from "./sq/transfers.ts";

export const sq = {
  approvals,
  common,
  continuity,
  errors,
  states,
  frame,
  setup,
  signIn,
  home,
  loans,
  payout,
  reasons,
  repayments,
  outbox,
  till,
  transfers,
  disputes,
  news,
  journal,
  customers,
  accounts,
  letters,
  training,
  settings,
  help,
  printing,
  scanning,
} as const;
