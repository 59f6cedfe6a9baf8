/** The token counter of a training provider: hands out tokens with a life, and knows which ones still hold. */
import { randomBytes } from "node:crypto";

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface TokenDesk {
  issue(lifeSeconds: number, refreshLifeSeconds?: number): IssuedTokens;
  holds(accessToken: string): boolean;
  /** Takes a refresh token, once; false where it is unknown, used or too old. */
  takeRefresh(refreshToken: string): boolean;
  /** Every token handed out so far is worth nothing any more. */
  withdrawAll(): void;
}

/** Tokens live in memory: a provider that was restarted refuses the old ones, as a real one may. */
export function createTokenDesk(clock: () => number): TokenDesk {
  const access = new Map<string, number>();
  const refresh = new Map<string, number>();
  const isAlive = (until: number | undefined) => until !== undefined && clock() < until;

  function hand(kept: Map<string, number>, lifeSeconds: number): string {
    for (const [token, until] of kept) if (!isAlive(until)) kept.delete(token);
    const token = randomBytes(24).toString("base64url");
    kept.set(token, clock() + lifeSeconds * 1_000);
    return token;
  }

  return {
    issue: (lifeSeconds, refreshLifeSeconds = lifeSeconds) => ({
      accessToken: hand(access, lifeSeconds),
      refreshToken: hand(refresh, refreshLifeSeconds),
    }),
    holds: (accessToken) => isAlive(access.get(accessToken)),
    takeRefresh(refreshToken) {
      const alive = isAlive(refresh.get(refreshToken));
      refresh.delete(refreshToken);
      return alive;
    },
    withdrawAll() {
      access.clear();
      refresh.clear();
    },
  };
}
