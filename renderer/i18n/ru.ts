/** All words in Russian, by namespace. */
import { accounts } from "./ru/accounts.ts";
import { common } from "./ru/common.ts";
import { customers } from "./ru/customers.ts";
import { errors } from "./ru/errors.ts";
import { frame } from "./ru/frame.ts";
import { help } from "./ru/help.ts";
import { home } from "./ru/home.ts";
import { journal } from "./ru/journal.ts";
import { letters } from "./ru/letters.ts";
import { loans } from "./ru/loans.ts";
import { outbox } from "./ru/outbox.ts";
import { payout } from "./ru/payout.ts";
import { printing } from "./ru/printing.ts";
import { repayments } from "./ru/repayments.ts";
import { scanning } from "./ru/scanning.ts";
import { settings } from "./ru/settings.ts";
import { setup } from "./ru/setup.ts";
import { signIn } from "./ru/signIn.ts";
import { states } from "./ru/states.ts";
import { till } from "./ru/till.ts";
import { training } from "./ru/training.ts";

export const ru = {
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
