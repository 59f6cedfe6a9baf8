/** The requests of Apollo's published Postman collection, run by Postman's own runtime against the training system. Only hosts and masks are put in. */
import { readFileSync } from "node:fs";
import { Collection } from "postman-collection";
import { Runner } from "postman-runtime";
import { expect, it, onTestFinished } from "vitest";
import { startTrainingApollo, type TrainingApollo } from "../../../electron/training/apollo/server.ts";

const credentials = { apiKey: "key-1", clientId: "client", clientSecret: "secret" };
const published = readFileSync(new URL("apollo-noc.postman.json", import.meta.url), "utf8");

async function apollo(): Promise<TrainingApollo> {
  const system = await startTrainingApollo({ credentials, partnerTag: "TEST" });
  onTestFinished(() => system.close());
  return system;
}

/** Runs one item of the published collection. */
function run(text: string, name: string): Promise<{ status: number; body: string }> {
  const collection = new Collection(JSON.parse(text));
  collection.items.remove((item) => item.name !== name, null);
  return new Promise((resolve, reject) => {
    new Runner().run(collection, { requester: { followRedirects: false } }, (error, running) => {
      if (error) return reject(error);
      let answered: { status: number; body: string } | null = null;
      running.start({
        response(failure, _cursor, reply) {
          if (failure || !reply) reject(failure);
          else answered = { status: reply.code, body: reply.text() };
        },
        done: (failure) => (answered ? resolve(answered) : reject(failure ?? new Error("No item was run."))),
      });
    });
  });
}

/** The collection as published, with this system's hosts where its placeholders stand. */
function withHosts(system: TrainingApollo): string {
  return published
    .replaceAll("https://{servername.com}/{env}/{version}/noc", `${system.baseUrl}/noc`)
    .replaceAll(
      "https://{name-api-app.auth.ap-server-name-2.{servercognito}.com/{auth2}/token",
      system.tokenUrl,
    );
}

const basic = [
  { key: "username", value: credentials.clientId, type: "string" },
  { key: "password", value: credentials.clientSecret, type: "string" },
];

/** The item's OAuth 2 helper holds placeholders for the same client id and secret. */
function withClient(text: string): string {
  const collection = JSON.parse(text);
  for (const item of collection.item) if (item.request.auth) item.request.auth = { type: "basic", basic };
  return JSON.stringify(collection);
}

function withMasks(text: string, authorization: string): string {
  const collection = JSON.parse(text);
  for (const item of collection.item) {
    for (const header of item.request.header) {
      header.value = header.key === "x-api-key" ? credentials.apiKey : authorization;
    }
  }
  return JSON.stringify(collection);
}

async function tokenByCollection(system: TrainingApollo): Promise<string> {
  const reply = await run(withClient(withHosts(system)), "Access Token Generator");
  expect(reply.status).toBe(200);
  const { access_token, expires_in } = JSON.parse(reply.body);
  expect(expires_in).toBe(300);
  return access_token;
}

it("Access Token Generator: the collection's GET with a multipart form is taken", async () => {
  const system = await apollo();
  expect(await tokenByCollection(system)).toMatch(/^\S{20,}$/);
  expect(system.requests()).toMatchObject([{ method: "GET", path: "/oauth2/token", operation: "token" }]);
});

it.each([
  ["alone", ""],
  ["after Bearer", "Bearer "],
])("NOC Request API with the token %s: the sample's loan TST10 gets its letter", async (_how, prefix) => {
  const system = await apollo();
  const token = await tokenByCollection(system);
  const reply = await run(withMasks(withHosts(system), `${prefix}${token}`), "NOC Request API");
  expect(reply.status).toBe(200);
  const answer = JSON.parse(reply.body);
  expect(answer).toEqual({
    partner_tag: "TEST",
    loan_type: "PL",
    partner_loan_id: "TST10",
    "S3 key": expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/letters\//),
  });
  expect(system.requests().at(-1)).toMatchObject({
    method: "GET",
    path: "/uat/v1/noc",
    params: { partner_tag: "TEST", loan_type: "PL", partner_loan_id: "TST10" },
  });
});

it("NOC Request API as published, its masks still on: 403", async () => {
  const system = await apollo();
  const reply = await run(withHosts(system), "NOC Request API");
  expect(reply.status).toBe(403);
});

it("the code of the description, as printed: POST, Basic, grant_type=client_credentials&scope=", async () => {
  const system = await apollo();
  const response = await fetch(system.tokenUrl, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString("base64")}`,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials&scope=",
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ token_type: "Bearer", expires_in: 300 });
});
