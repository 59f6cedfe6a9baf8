/** A certified OpenID Connect server from npm on loopback, with an API beside it that takes its tokens and no others. */
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { onTestFinished, vi } from "vitest";

export interface RealServer {
  readonly origin: string;
  /** Grant types in the order in which the token endpoint was asked for them. */
  readonly grants: string[];
  /** Tokens that the API was shown, and whether it took them. */
  readonly shown: { token: string; taken: boolean }[];
  /** What the API answers to whoever brings a good token. */
  answer(path: string, body: string, contentType: string): void;
  /** The server withdraws this token. */
  withdraw(token: string): Promise<void>;
  readonly provider: Provider;
}

export interface RealServerOptions {
  readonly tokenPath: string;
  readonly client: Record<string, unknown>;
  readonly scopes?: readonly string[];
  readonly user?: { readonly username: string; readonly password: string };
  readonly ttl?: Record<string, number>;
}

export async function realOidcServer(options: RealServerOptions): Promise<RealServer> {
  const answers = new Map<string, { body: string; contentType: string }>();
  const grants: string[] = [];
  const shown: RealServer["shown"] = [];
  const handlers: { oidc: ReturnType<Provider["callback"]> | null } = { oidc: null };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === options.tokenPath) return handlers.oidc?.(request, response);
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const found = (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token));
    const taken = found?.isValid ?? false;
    shown.push({ token, taken });
    const answer = answers.get(path);
    response.writeHead(taken ? 200 : 401, { "Content-Type": answer?.contentType ?? "text/plain" });
    response.end(taken ? answer?.body : "");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  const origin = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  // It says at every start that its store and its keys are for development only, which is what they are here for.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const provider = new Provider(origin, {
    clients: [options.client],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ["openid", "offline_access", ...(options.scopes ?? [])],
    routes: { token: options.tokenPath },
    ttl: { ClientCredentials: 300, AccessToken: 600, RefreshToken: 1_800, Grant: 3_600, ...options.ttl },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    rotateRefreshToken: true,
  });
  handlers.oidc = provider.callback();
  const { user } = options;
  if (user) registerPasswordGrant(provider, user);
  server.prependListener("request", (request) => {
    if ((request.url ?? "").split("?")[0] !== options.tokenPath) return;
    request.on("data", (chunk: Buffer) => {
      const grant = new URLSearchParams(chunk.toString("utf8")).get("grant_type");
      if (grant !== null) grants.push(grant);
    });
  });
  return {
    origin,
    grants,
    shown,
    provider,
    answer: (path, body, contentType) => answers.set(path, { body, contentType }),
    async withdraw(token) {
      await (await provider.ClientCredentials.find(token))?.destroy();
      await (await provider.AccessToken.find(token))?.destroy();
    },
  };
}

/** The password grant is not part of OpenID Connect; Keycloak and Salesforce have it, and this server takes it as an extension. */
function registerPasswordGrant(provider: Provider, user: { username: string; password: string }): void {
  provider.registerGrantType(
    "password",
    async (context) => {
      const { client, params } = context.oidc;
      if (params["username"] !== user.username || params["password"] !== user.password) {
        context.status = 400;
        context.body = { error: "invalid_grant", error_description: "Invalid user credentials" };
        return;
      }
      const scope = params["scope"] ?? "";
      const grant = new provider.Grant({ accountId: user.username, clientId: client.clientId });
      for (const one of scope.split(" ")) grant.addOIDCScope(one);
      const fields = {
        accountId: user.username,
        client,
        grantId: await grant.save(),
        gty: "password",
        scope,
      };
      const access = new provider.AccessToken(fields);
      const refresh = new provider.RefreshToken(fields);
      const refreshToken = await refresh.save();
      context.body = {
        access_token: await access.save(),
        token_type: access.tokenType,
        expires_in: access.expiration,
        refresh_token: refreshToken,
        refresh_expires_in: refresh.expiration,
        scope,
      };
    },
    ["username", "password", "scope"],
  );
}
