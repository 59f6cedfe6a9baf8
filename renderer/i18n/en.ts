/** All words in English, by namespace. */
import { accounts } from "./en/accounts.ts";
import { common } from "./en/common.ts";
import { customers } from "./en/customers.ts";
import { errors } from "./en/errors.ts";
import { frame } from "./en/frame.ts";
import { help } from "./en/help.ts";
import { home } from "./en/home.ts";
import { journal } from "./en/journal.ts";
import { letters } from "./en/letters.ts";
import { loans } from "./en/loans.ts";
import { outbox } from "./en/outbox.ts";
import { payout } from "./en/payout.ts";
import { printing } from "./en/printing.ts";
import { repayments } from "./en/repayments.ts";
import { scanning } from "./en/scanning.ts";
import { settings } from "./en/settings.ts";
import { setup } from "./en/setup.ts";
import { signIn } from "./en/signIn.ts";
import { states } from "./en/states.ts";
import { till } from "./en/till.ts";
import { training } from "./en/training.ts";

export const en = {
  common,
  errors,
  states,
  frame,
  setup,
  signIn,
  home,
  loans,
  payout,
  repayments,
  outbox,
  till,
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
