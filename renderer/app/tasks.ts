/** The counter's tasks, each with its key: the one list behind the frame, the palette, the keys and the help. */
import type { Icon } from "@tabler/icons-react";
import {
  IconBook2,
  IconBuildingStore,
  IconCash,
  IconCoins,
  IconFilePlus,
  IconFiles,
  IconHelpCircle,
  IconHome,
  IconSchool,
  IconSend2,
  IconSettings,
  IconSignature,
  IconUsers,
} from "@tabler/icons-react";
import type { Role } from "../../shared/api/values.ts";
import type { en } from "../i18n/en.ts";
import type { Place } from "./place.ts";

export type TaskName = Exclude<keyof typeof en.frame.tasks, "label" | "everything">;

export type Task = { name: TaskName; place: Place; icon: Icon; key: string | null };

export const tasks: readonly Task[] = [
  { name: "home", place: { at: "home" }, icon: IconHome, key: "Alt+Home" },
  { name: "newLoan", place: { at: "newLoan" }, icon: IconFilePlus, key: "F2" },
  { name: "repayment", place: { at: "repayment" }, icon: IconCoins, key: "F3" },
  { name: "payout", place: { at: "payout" }, icon: IconCash, key: "F4" },
  { name: "loans", place: { at: "loans" }, icon: IconFiles, key: "F5" },
  { name: "customers", place: { at: "customers" }, icon: IconUsers, key: "F6" },
  { name: "outbox", place: { at: "outbox" }, icon: IconSend2, key: "F7" },
  { name: "till", place: { at: "till" }, icon: IconBuildingStore, key: "F8" },
  { name: "journal", place: { at: "journal" }, icon: IconBook2, key: "F9" },
  { name: "approvals", place: { at: "approvals" }, icon: IconSignature, key: null },
  { name: "training", place: { at: "training" }, icon: IconSchool, key: null },
  { name: "settings", place: { at: "settings" }, icon: IconSettings, key: null },
  { name: "help", place: { at: "help" }, icon: IconHelpCircle, key: "F1" },
];

/** Tasks at the foot of the list: not a counter's daily work. */
export const asideTasks: readonly TaskName[] = ["training", "settings", "help"];

/** The training desk is there in training only; who may sign for others sees what waits for it. */
export function tasksFor(training: boolean, role: Role | null): readonly Task[] {
  return tasks.filter(({ name }) => {
    if (name === "training") return training;
    return name !== "approvals" || (role !== null && role !== "cashier");
  });
}

/** Which task a place belongs to: a loan's page to the list of loans, accounts and letters to the customers. */
export function taskOf(place: Place): TaskName {
  if (place.at === "accounts" || place.at === "letters") return "customers";
  return place.at === "loan" ? "loans" : place.at;
}
