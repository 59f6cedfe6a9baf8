/** Calls about what keeps the till's data safe and its lines honest: the twin's place, backups, extra certificates. */
import { z } from "zod";
import { call } from "./call.ts";
import { approval, empty } from "./values.ts";

export const trustedCertificate = z.object({
  /** Of the certificate itself, in lower-case hexadecimal digits: what the IT department can compare. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
});
export type TrustedCertificate = z.infer<typeof trustedCertificate>;

export const safetyView = z.object({
  twin: z.object({
    state: z.enum(["none", "inStep", "behind", "missing"]),
    folder: z.string().nullable(),
    /** False for the folder of its own inside the data folder, which is where it lies until somebody chooses. */
    chosen: z.boolean(),
    /** A second copy on the same disk dies with it. Null where the folder is not there now. */
    sameDisk: z.boolean().nullable(),
  }),
  backups: z.object({
    folder: z.string(),
    kept: z.number().int(),
    files: z.array(z.object({ name: z.string(), at: z.string(), bytes: z.number().int() })),
  }),
  certificates: z.array(trustedCertificate),
  /** The last work that this till gave away; null where it never did. */
  carriedOut: z.object({ carryId: z.string(), at: z.string(), items: z.number().int() }).nullable(),
});
export type SafetyView = z.infer<typeof safetyView>;

const path = z.string().min(1).max(1000);

export const safetyCalls = {
  "setup.safety": call("signedIn", empty, safetyView),
  /** The journal's second copy goes on in this folder, on another disk or a stick; without one in the data folder. */
  "setup.moveTwin": call("admin", z.object({ path: path.optional() }), safetyView),
  /** A file with certificates of authorities, PEM or DER. Needs a second person where the office has one. */
  "setup.trustCertificates": call(
    "admin",
    z.object({ path, approval: approval.optional() }),
    z.object({ added: z.array(trustedCertificate) }),
  ),
  "setup.distrustCertificate": call(
    "admin",
    z.object({ sha256: trustedCertificate.shape.sha256 }),
    safetyView,
  ),
} as const;
