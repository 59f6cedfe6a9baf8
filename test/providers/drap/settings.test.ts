/** What a DRAP partner has to enter, what is said where it is wrong, and the field that a provider's sentence names. */
import { describe, expect, it } from "vitest";
import { fieldNamedIn } from "../../../shared/customerForm.ts";
import { configOf, customersOf, providerOf } from "../adapters.ts";
import { json, scriptedProvider } from "../scriptedProvider.ts";
import { failed } from "./samples.ts";

const TOKEN_PATH = "/auth/realms/cdp/protocol/openid-connect/token";

describe("settings", () => {
  it.each<
    [
      settings: Record<string, string | Record<string, string>>,
      secrets: Record<string, string>,
      field: string,
    ]
  >([
    [{ scope: "" }, {}, "settings.scope"],
    [{ channel: "" }, {}, "settings.channel"],
    [{ agentLocationId: "" }, {}, "settings.agentLocationId"],
    [{ errorCodes: { "1": "found" } }, {}, "settings.errorCodes"],
    [{ errorCodes: "40400 = lost" }, {}, "settings.errorCodes"],
    [{}, { password: "" }, "secrets.password"],
  ])("%j %j: %s", (settings, secrets, field) => {
    const config = configOf("drap", "https://drap.example");
    const merged = {
      ...config,
      settings: { ...config.settings, ...settings },
      secrets: { ...config.secrets, ...secrets },
    };
    expect(() => providerOf(merged)).toThrow(field);
  });

  it("the table may be typed as lines", async () => {
    const provider = await scriptedProvider(TOKEN_PATH);
    provider.answer(json(failed("Eh", { errorCode: 7 })));
    const config = configOf("drap", provider.origin);
    const settings = { ...config.settings, errorCodes: "7 = notFound\n8: blocked" };
    expect(await customersOf({ ...config, settings }).lookup("4", "1")).toMatchObject({
      value: { outcome: "notFound" },
    });
  });
});

describe("the field that a sentence names", () => {
  it.each<[sentence: string, name: string | null]>([
    ["Mandatory Field Missing: last_name", "lastName"],
    ["Mandatory field missing - primary_mobile_number", "primaryMobileNumber"],
    ["lastName is mandatory and missing", "lastName"],
    ["Invalid Master Data: nationality", "nationality"],
    ["Invalid Master Data: second_nationality", "secondNationality"],
    ["country of residence is not valid", "countryOfResidence"],
    ["Invalid Master Data", null],
    ["The state of this customer is invalid", null],
    ["", null],
  ])("%j: %s", (sentence, name) => {
    expect(fieldNamedIn(sentence)).toBe(name);
  });

  it("comes with the outcome, for these two outcomes only", async () => {
    const provider = await scriptedProvider(TOKEN_PATH);
    const customers = customersOf(configOf("drap", provider.origin));
    provider.answer(json(failed("Mandatory Field Missing: last_name", { statusCode: 400 }), 400));
    expect(await customers.onboard({})).toMatchObject({
      value: { outcome: "fieldMissing", field: "lastName" },
    });
    provider.answer(json(failed("Customer Not Found: last_name")));
    expect(await customers.lookup("4", "1")).toEqual(
      expect.objectContaining({ value: { outcome: "notFound", message: "Customer Not Found: last_name" } }),
    );
  });
});
