/** What each kind of provider has to be told (DESIGN section 2), so that one form serves all five. */
import type { ProviderKind } from "../../shared/api/setup.ts";
import type { en } from "../i18n/en.ts";

type SettingName = keyof typeof en.setup.provider.settings;
type SecretName = keyof typeof en.setup.provider.secrets;
type ChoiceName = keyof typeof en.setup.provider.choices;

export type SettingField = {
  name: SettingName;
  /** `list` is typed with commas, `codes` is a table of its own. */
  as: "text" | "list" | "choice" | "codes";
  choices?: readonly ChoiceName[];
  optional?: boolean;
};

export type ProviderFields = {
  /** What the base address ends before. */
  endsBefore: string;
  settings: readonly SettingField[];
  secrets: readonly SecretName[];
};

const login = ["username", "password"] as const;
const client = ["clientId", "clientSecret"] as const;

export const providerFields: Record<ProviderKind, ProviderFields> = {
  iute: {
    endsBefore: "/rest/api/partner/",
    settings: [
      { name: "partnerType", as: "text" },
      { name: "languages", as: "list" },
      { name: "currency", as: "text", optional: true },
    ],
    secrets: login,
  },
  apollo: {
    endsBefore: "/noc",
    settings: [
      { name: "tokenUrl", as: "text" },
      { name: "partnerTag", as: "text" },
      { name: "authorizationScheme", as: "choice", choices: ["bearer", "bare"] },
    ],
    secrets: ["apiKey", ...client],
  },
  drap: {
    endsBefore: "/auth/ … /caas",
    settings: [
      { name: "scope", as: "text" },
      { name: "channel", as: "text" },
      { name: "agentLocationId", as: "text" },
      { name: "errorCodes", as: "codes", optional: true },
    ],
    secrets: [...client, ...login],
  },
  interswitch: {
    endsBefore: "/users/",
    settings: [
      { name: "channelCode", as: "text" },
      { name: "tokenUrl", as: "text" },
      { name: "amountUnit", as: "choice", choices: ["minor", "major"] },
    ],
    secrets: client,
  },
  q2: {
    endsBefore: "/services/apexrest/",
    settings: [
      { name: "tokenUrl", as: "text" },
      { name: "currency", as: "text", optional: true },
    ],
    secrets: [...client, ...login],
  },
};
