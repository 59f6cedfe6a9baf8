/** The drafts desk: keeps what a clerk was typing, sealed, and gives it back to the same person only. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import { type Drafts, openDrafts } from "../journal/drafts.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

/** A draft is a form, not a store. */
const MAX_FIELDS = 200;

const draftFields = z.record(z.string(), z.string());

export function createDraftsDesk({
  journal,
  keys,
  clock,
  random,
}: DeskContext): DeskCalls<"drafts.save" | "drafts.get" | "drafts.drop"> {
  const drafts: Drafts = openDrafts({ journal, keys, clock, random });

  return {
    "drafts.save"({ form, fields }, by) {
      if (Object.keys(fields).length > MAX_FIELDS)
        throw new Refusal("tooLarge", "This form has too many fields to be kept.", { field: "fields" });
      drafts.save(by.name, form, JSON.stringify(fields));
      return { savedAt: drafts.read(by.name, form)?.savedAt ?? new Date(clock.now()).toISOString() };
    },
    "drafts.get"({ form }, by) {
      const draft = drafts.read(by.name, form);
      if (draft === null) return { fields: null, savedAt: null };
      const fields: unknown = JSON.parse(draft.text);
      return { fields: draftFields.parse(fields), savedAt: draft.savedAt };
    },
    "drafts.drop"({ form }, by) {
      drafts.remove(by.name, form);
      return {};
    },
  };
}
