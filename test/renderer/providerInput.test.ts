// Between a provider as it is stored and the texts of its form.
import { describe, expect, it } from "vitest";
import { formOf, inputOf } from "../../renderer/providers/providerInput.ts";
import type { ProviderView } from "../../shared/api/setup.ts";

const stored: ProviderView = {
  id: "iute-2",
  kind: "iute",
  name: "Iute Moldova",
  baseUrl: "https://lender.example",
  environment: "test",
  settings: { partnerType: "POST", languages: ["ron", "rus"], outcomes: { "100": "found" } },
  secretsSet: ["username", "password"],
  capabilities: [],
};

describe("the form of a provider", () => {
  it("shows what is stored, lists with commas, and never a secret", () => {
    expect(formOf(stored, "drap")).toEqual({
      kind: "iute",
      name: "Iute Moldova",
      baseUrl: "https://lender.example",
      environment: "test",
      settings: { partnerType: "POST", languages: "ron, rus", currency: "" },
      secrets: { username: "", password: "" },
    });
  });

  it("of a new one has every field of its kind, empty, and production", () => {
    const form = formOf(null, "interswitch");
    expect(form).toMatchObject({ kind: "interswitch", name: "", environment: "production" });
    expect(Object.keys(form.settings)).toEqual(["channelCode", "tokenUrl", "amountUnit"]);
    expect(form.secrets).toEqual({ clientId: "", clientSecret: "" });
  });
});

describe("what the form sends", () => {
  it("unchanged, it is the provider as it was, and no secret: the stored ones stay", () => {
    const { capabilities: _, secretsSet: __, ...asInput } = stored;
    expect(inputOf(formOf(stored, "iute"), stored, ["iute", "iute-2"])).toEqual(asInput);
  });

  it("splits lists at commas, spaces and semicolons and drops what was emptied", () => {
    const form = formOf(stored, "iute");
    const input = inputOf(
      { ...form, settings: { ...form.settings, partnerType: "  ", languages: " ron,rus ; alb  eng," } },
      stored,
      [],
    );
    expect(input.settings).toEqual({ languages: ["ron", "rus", "alb", "eng"], outcomes: { "100": "found" } });
  });

  it("sends only the secrets that were typed, to the letter", () => {
    const form = formOf(stored, "iute");
    const input = inputOf({ ...form, secrets: { username: "", password: " a b " } }, stored, []);
    expect(input.secrets).toEqual({ password: " a b " });
  });

  it("gives a new one an id that is not taken, and none of another kind's settings", () => {
    const form = { ...formOf(null, "iute"), name: "Second", baseUrl: "https://two.example" };
    expect(inputOf(form, null, ["iute", "iute-2"]).id).toBe("iute-3");
    expect(inputOf(form, null, []).id).toBe("iute");
    expect(inputOf(formOf(null, "drap"), stored, []).settings).not.toHaveProperty("outcomes");
  });
});
