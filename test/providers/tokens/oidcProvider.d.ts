/** The little of `oidc-provider` (it brings no types) that the test of the tokens uses. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface StoredToken {
    readonly isValid: boolean;
    readonly expiration: number;
    readonly tokenType: string;
    save(): Promise<string>;
    destroy(): Promise<void>;
  }
  interface TokenKind {
    new (fields: Record<string, unknown>): StoredToken;
    find(value: string): Promise<StoredToken | undefined>;
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface GrantContext {
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly params: Readonly<Record<string, string | undefined>>;
    };
    body: unknown;
    status: number;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly AccessToken: TokenKind;
    readonly RefreshToken: TokenKind;
    readonly ClientCredentials: TokenKind;
    readonly Grant: new (fields: {
      accountId: string;
      clientId: string;
    }) => Grant;
    registerGrantType(
      name: string,
      handler: (context: GrantContext) => Promise<void>,
      parameters: readonly string[],
    ): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
