/** Looks at a file that a person chose as closely as at a scan: what is wrong with its pages is said before it leaves. */
import { Refusal } from "../../../shared/errors.ts";
import type { Looked } from "../contract.ts";
import { fileKindOf } from "../fileKind.ts";
import type { PageBinder } from "./binder.ts";
import { pageChecks } from "./pageChecks.ts";

/** A picture that is cut off or damaged shows itself nowhere else: whoever reads it gets half of it. */
const damagedPicture: Looked["checks"][number] = {
  code: "pictureDamaged",
  level: "error",
  message: "The picture is damaged or incomplete. Look at it, and scan or save it again.",
};

export function createLook(binder: PageBinder): (bytes: Uint8Array) => Promise<Looked> {
  return async (bytes) => {
    try {
      const pageFacts = await binder.look({ bytes: Uint8Array.from(bytes), dotsPerInch: null, facts: null });
      return { pageFacts, checks: pageChecks(pageFacts, bytes.byteLength) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A PDF that opened is not refused because its pages cannot be measured; its reader will tell.
      const isPicture = fileKindOf(bytes)?.mime !== "application/pdf";
      return { pageFacts: null, checks: isPicture ? [damagedPicture] : [] };
    }
  };
}
