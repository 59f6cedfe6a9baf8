/** The facts about where the second copy lies and whom the lines trust beside the well-known authorities. */
import { z } from "zod";
import { trustedCertificate } from "../../../shared/api/safety.ts";

/** A certificate of an authority is public; the row is its only home, so that a file put in place trusts nobody. */
export const storedCertificate = trustedCertificate.extend({ pem: z.string() });
export type StoredCertificate = z.infer<typeof storedCertificate>;

export const safetyRows = {
  /** The path itself stays in the settings: it may hold the name of a computer's user. */
  "setup.twinMoved": z.object({ chosen: z.boolean() }),
  "setup.certificateTrusted": storedCertificate.extend({ approvedBy: z.string().nullable() }),
  /**
   * After data that may not be whole, or of which there may be a second copy: receipts get another number in their
   * middle, so that none is ever given out twice.
   */
  "setup.renumbered": z.object({ installationId: z.string() }),
  "setup.certificateDistrusted": z.object({ sha256: z.string() }),
} as const;
