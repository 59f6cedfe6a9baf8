/** All words in Russian, by namespace. */
import { accounts } from "./ru/accounts.ts";
import { approvals } from "./ru/approvals.ts";
import { common } from "./ru/common.ts";
import { continuity } from "./ru/continuity.ts";
import { customers } from "./ru/customers.ts";
import { disputes } from "./ru/disputes.ts";
import { errors } from "./ru/errors.ts";
import { frame } from "./ru/frame.ts";
import { help } from "./ru/help.ts";
import { home } from "./ru/home.ts";
import { journal } from "./ru/journal.ts";
import { letters } from "./ru/letters.ts";
import { loans } from "./ru/loans.ts";
import { news } from "./ru/news.ts";
import { outbox } from "./ru/outbox.ts";
import { payout } from "./ru/payout.ts";
import { printing } from "./ru/printing.ts";
import { reasons } from "./ru/reasons.ts";
import { repayments } from "./ru/repayments.ts";
import { scanning } from "./ru/scanning.ts";
import { settings } from "./ru/settings.ts";
import { setup } from "./ru/setup.ts";
import { signIn } from "./ru/signIn.ts";
import { states } from "./ru/states.ts";
import { till } from "./ru/till.ts";
import { training } from "./ru/training.ts";
import { transfers } from "./ru/transfers.ts";

export const ru = {
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
