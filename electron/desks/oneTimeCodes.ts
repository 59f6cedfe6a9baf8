/** One-time codes of a supervisor elsewhere: TOTP as RFC 6238 has it, SHA-1, six digits, thirty seconds. */
import { Secret, TOTP } from "otpauth";
import type { Random } from "../ports.ts";

const PERIOD_SECONDS = 30;
/** The step before and the one after count too: reading a code out takes a while, and clocks differ a little. */
const WINDOW_STEPS = 1;
/** As long as SHA-1's own output (RFC 4226, 4). */
const SECRET_BYTES = 20;

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}

export function newCodeSecret(random: Random): Uint8Array {
  return random.bytes(SECRET_BYTES);
}

/** What an authenticator app takes: as a link, and as letters to type. */
export function enrolmentOf(
  secret: Uint8Array,
  issuer: string,
  label: string,
): { uri: string; secret: string } {
  const own = secretOf(secret);
  const totp = new TOTP({ issuer, label, secret: own, period: PERIOD_SECONDS });
  return { uri: totp.toString(), secret: own.base32 };
}

/** The step that this code belongs to; null where it is wrong, too old, or of a step that was used already. */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  { now, lastStep }: { now: number; lastStep: number },
): number | null {
  const delta = TOTP.validate({
    token: code,
    secret: secretOf(secret),
    period: PERIOD_SECONDS,
    timestamp: now,
    window: WINDOW_STEPS,
  });
  if (delta === null) return null;
  const step = TOTP.counter({ period: PERIOD_SECONDS, timestamp: now }) + delta;
  return step > lastStep ? step : null;
}
