/** drap-onboarding.txt, response by response: what is sent, and what each documented answer comes to. */
import { describe, expect, it } from "vitest";
import type { CustomerOutcome } from "../../../shared/api/customers.ts";
import { userSecrets } from "../adapters.ts";
import { json } from "../scriptedProvider.ts";
import { ask, drap, type Operation } from "./asking.ts";
import { FOUND, failed, REGISTERED } from "./samples.ts";

describe("what is sent", () => {
  it("Access Token Payload: the password grant, as a form", async () => {
    const { provider, customers } = await drap(json(FOUND));
    await customers.lookup("4", "784198012345671");
    expect(provider.tokenRequests).toHaveLength(1);
    const [request] = provider.tokenRequests;
    expect(request?.method).toBe("POST");
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: "password",
      scope: "api://guid/customer",
      client_id: userSecrets.clientId,
      client_secret: userSecrets.clientSecret,
      username: userSecrets.username,
      password: userSecrets.password,
    });
  });

  it("Customer lookup: POST, JSON, Bearer, the two fields as text", async () => {
    const { provider, customers } = await drap(json(FOUND));
    await customers.lookup("4", "784198012345671");
    expect(provider.asked).toMatchObject([
      {
        method: "POST",
        url: "/caas/api/v2/customer/validate",
        headers: { authorization: "Bearer token-1", "content-type": "application/json" },
        body: '{"idNumber":"784198012345671","idType":"4"}',
      },
    ]);
  });

  it("Get customer: GET with the Content-Type that the document names", async () => {
    const { provider, customers } = await drap(json(FOUND));
    await customers.get("7841000000000017");
    expect(provider.asked).toMatchObject([
      {
        method: "GET",
        url: "/caas/api/v2/customer/7841000000000017",
        headers: { authorization: "Bearer token-1", "content-type": "application/json" },
      },
    ]);
  });

  it("Onboarding: the provider's names at every depth, channel and location from the settings, empty dates as null", async () => {
    const { provider, customers } = await drap(json(REGISTERED));
    await customers.onboard({
      firstName: "Mira",
      dateOfBirth: "",
      addressList: [{ addressTypeId: "1", streetName: "Rruga e Dibrës" }],
      idDetails: [
        { idType: 4, idNumber: "I45612378K", idFront: { base64Data: "AAAA", contentType: "image/jpeg" } },
      ],
      customerClassification: { txnVolMonth: 3, dnfbp: false },
    });
    const [asked] = provider.asked;
    expect(asked).toMatchObject({ method: "POST", url: "/caas-lcm/api/v1/CAAS/onBoarding/customer" });
    expect(JSON.parse(asked?.body ?? "")).toEqual({
      channel: "Direct",
      agent_location_id: "784101",
      first_name: "Mira",
      date_of_birth: null,
      address_list: [{ address_type_id: "1", street_name: "Rruga e Dibrës" }],
      id_details: [
        {
          id_type: 4,
          id_number: "I45612378K",
          id_front: { base64_data: "AAAA", content_type: "image/jpeg" },
        },
      ],
      customer_classification: { txn_vol_month: 3, dnfbp: false },
    });
  });
});

describe("success", () => {
  it("Customer lookup, Success Response 200: the customer in camelCase", async () => {
    const { customers } = await drap(json(FOUND));
    expect(await customers.lookup("4", "784198012345671")).toMatchObject({
      kind: "answer",
      value: {
        outcome: "found",
        customer: { ecrn: "7841000000000017", firstName: "Mira", primaryMobileNumber: "+971501234567" },
      },
    });
  });

  it("Onboarding, Success Response 200", async () => {
    const { customers } = await drap(json(REGISTERED));
    expect(await customers.onboard({ firstName: "Mira" })).toMatchObject({
      kind: "answer",
      value: {
        outcome: "found",
        customer: { ecrn: "7841000000000017", amlScanStatus: "COMPLETED", pep: false },
      },
    });
  });

  it("an ecrn that a float cannot hold keeps its digits", async () => {
    const { customers } = await drap({
      ...json({}),
      body: '{"status":"success","statusCode":200,"data":{"ecrn":78410000000000171,"income":12345678901234567890}}',
    });
    expect(await customers.get("78410000000000171")).toMatchObject({
      value: { customer: { ecrn: "78410000000000171", income: "12345678901234567890" } },
    });
  });
});

type Row = [operation: Operation, row: string, status: number, message: string, outcome: CustomerOutcome];

/** Every failure row of the three tables in drap-onboarding.txt, with its status there. */
const rows: Row[] = [
  ["lookup", "Customer Not Found", 200, "Customer Not Found", "notFound"],
  ["lookup", "Subscription Pending Response", 200, "Subscription Pending", "subscriptionPending"],
  ["lookup", "Bad Request", 200, "Bad Request", "badRequest"],
  ["lookup", "Internal Server Error", 200, "Internal Server Error", "failed"],
  [
    "lookup",
    "Under Compliance Investigation",
    200,
    "Customer Under Compliance Investigation",
    "underInvestigation",
  ],
  ["lookup", "Blocked Customer", 200, "Blocked Customer", "blocked"],
  [
    "onboard",
    "Under Compliance Investigation",
    406,
    "Customer Under Compliance Investigation",
    "underInvestigation",
  ],
  ["onboard", "Blocked Customer", 406, "Customer is blocked", "blocked"],
  ["onboard", "Invalid Master Data", 400, "Invalid Master Data: nationality", "invalidMasterData"],
  ["onboard", "Mandatory Field Missing", 400, "Mandatory field missing - last_name", "fieldMissing"],
  [
    "onboard",
    "Customer Updation Failure Responce (no status)",
    200,
    "Customer Updation Failure",
    "updateFailed",
  ],
  [
    "onboard",
    "Customer Updation Failure Responce (no status)",
    400,
    "Customer updation failed",
    "updateFailed",
  ],
  ["get", "Customer Not Subscribed Failure", 200, "Customer Not Subscribed", "notSubscribed"],
  ["get", "Customer not found Failure", 200, "Customer not found", "notFound"],
];

describe("a documented failure by its name", () => {
  it.each(rows)("%s: %s, HTTP %i, %j: %s", async (operation, _row, status, message, outcome) => {
    const { customers } = await drap(json(failed(message, { statusCode: status }), status));
    expect(await ask(customers, operation)).toMatchObject({
      kind: "answer",
      value: { outcome, message: expect.stringContaining(message.split(":")[0] ?? message) },
    });
  });

  it.each<[name: unknown, outcome: CustomerOutcome]>([
    ["CUSTOMER_NOT_FOUND", "notFound"],
    ["customerNotSubscribed", "notSubscribed"],
    ["CUSTOMER_UNDER_COMPLIANCE", "underInvestigation"],
    ["AML_INVESTIGATION", "underInvestigation"],
    ["BLACKLISTED_CUSTOMER", "blocked"],
    ["Customer is being investigated", "underInvestigation"],
    ["Customer is under compliance review", "underInvestigation"],
    ["Compliance service not reachable", "failed"],
    ["MANDATORY_FIELD_MISSING", "fieldMissing"],
  ])("errorCode %j without a table: %s", async (errorCode, outcome) => {
    const { customers } = await drap(json(failed("Eh", { errorCode })));
    expect(await ask(customers, "lookup")).toMatchObject({ value: { outcome } });
  });
});

describe("a documented failure in an envelope that the document does not show", () => {
  it.each<[what: string, operation: Operation, body: unknown, status: number, outcome: CustomerOutcome]>([
    ["a message alone", "lookup", { message: "Customer Not Found" }, 200, "notFound"],
    ["a message alone", "onboard", { message: "Blocked Customer" }, 406, "blocked"],
    [
      "success without a customer",
      "lookup",
      { ...FOUND, message: "Customer Not Found", data: null },
      200,
      "notFound",
    ],
    [
      "success without a customer",
      "get",
      { ...FOUND, message: "Customer Not Subscribed", data: {} },
      200,
      "notSubscribed",
    ],
    [
      "success with a customer who is blocked",
      "lookup",
      { ...FOUND, message: "Blocked Customer" },
      200,
      "blocked",
    ],
  ])("%s, %s: %j, HTTP %i, is %s", async (_what, operation, body, status, outcome) => {
    const { customers } = await drap(json(body, status));
    const answer = await ask(customers, operation);
    expect(answer).toMatchObject({ kind: "answer", value: { outcome } });
    expect(answer).not.toHaveProperty("value.customer");
  });

  it.each<[operation: Operation, status: number, message: string, outcome: CustomerOutcome]>([
    ["lookup", 500, "Internal Server Error", "failed"],
    ["lookup", 503, "Customer Under Compliance Investigation", "underInvestigation"],
    ["get", 502, "Customer Not Subscribed", "notSubscribed"],
  ])("a failure told about a %s with HTTP %i, %j, is %s", async (operation, status, message, outcome) => {
    const { customers } = await drap(json(failed(message, { statusCode: status }), status));
    expect(await ask(customers, operation)).toMatchObject({ kind: "answer", value: { outcome } });
  });

  it.each<[operation: Operation, told: Record<string, unknown>, outcome: CustomerOutcome]>([
    ["lookup", { customer_status: "BLOCKED" }, "blocked"],
    ["get", { customer_status: "Under Investigation" }, "underInvestigation"],
    ["onboard", { aml_scan_status: "COMPLIANCE_INVESTIGATION" }, "underInvestigation"],
    ["lookup", { customer_status: "ACTIVE", aml_scan_status: 7 }, "found"],
  ])("%s: a customer who is found with %j is %s", async (operation, told, outcome) => {
    const { customers } = await drap(json({ ...FOUND, data: { ...FOUND.data, ...told } }));
    const answer = await ask(customers, operation);
    expect(answer).toMatchObject({ kind: "answer", value: { outcome } });
    if (outcome !== "found") expect(answer).not.toHaveProperty("value.customer");
  });

  it("a registration refused with 406 is not served, whatever words it has: the document knows no other 406", async () => {
    const { customers } = await drap(json(failed("Please contact the branch", { errorCode: 80012 }), 406));
    expect(await customers.onboard({ firstName: "Mira" })).toMatchObject({
      kind: "answer",
      value: { outcome: "blocked" },
    });
    // The office's own table comes first.
    const told = await drap(json(failed("Eh", { errorCode: 80012 }), 406), { "80012": "failed" });
    expect(await told.customers.onboard({ firstName: "Mira" })).toMatchObject({
      value: { outcome: "failed" },
    });
  });

  it("a registration that succeeds without naming a customer is in doubt, whatever it says", async () => {
    const { customers } = await drap(json({ ...REGISTERED, message: "Customer Not Found", data: null }));
    expect((await customers.onboard({ firstName: "Mira" })).kind).toBe("unclear");
  });
});

describe("a documented failure by its code in the settings", () => {
  const table = { "45101": "notFound", "45104": "blocked", E7: "subscriptionPending" };
  it.each<[errorCode: unknown, message: string, outcome: CustomerOutcome]>([
    [45101, "No such person", "notFound"],
    ["45104", "Customer Not Found", "blocked"],
    ["E7", "", "subscriptionPending"],
    [99999, "Customer Not Found", "notFound"],
    [99999, "Something the document does not name", "failed"],
    [null, "Something the document does not name", "failed"],
  ])("%j, %j: %s", async (errorCode, message, outcome) => {
    const { customers } = await drap(json(failed(message, { errorCode })), table);
    const answer = await ask(customers, "lookup");
    expect(answer).toMatchObject({ kind: "answer", value: { outcome } });
    // What is unknown is shown as the provider sent it.
    if (outcome === "failed") expect(answer).toMatchObject({ value: { message } });
  });
});
