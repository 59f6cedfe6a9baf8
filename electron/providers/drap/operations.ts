/** The three operations of the DRAP Onboarding Service: address, effect and how a doubt about each is read back. */
import type { OperationFacts } from "../contract.ts";

export const DRAP_TOKEN_PATH = "/auth/realms/cdp/protocol/openid-connect/token";

export const drapOperations = {
  /** The path is lost in the document's text; it stands in the vendor's page (NOTES 1.1). */
  lookup: {
    path: "/caas/api/v2/customer/validate",
    effect: "read",
    readBack: null,
    source: "drap-onboarding.txt, look up customer information by ID type and ID number",
  },
  /** The same call creates and updates: whether two creations make two customers is not documented. */
  onboard: {
    path: "/caas-lcm/api/v1/CAAS/onBoarding/customer",
    effect: "once",
    readBack: "search",
    source: "drap-onboarding.txt, onBoarding/customer",
  },
  /** The path rests on a public client and a portal (NOTES 1.1). */
  get: {
    path: "/caas/api/v2/customer",
    effect: "read",
    readBack: null,
    source: "drap-onboarding.txt, get customer",
  },
} as const satisfies Record<string, OperationFacts & { path: string }>;
