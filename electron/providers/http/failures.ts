/** Names what went wrong on the wire by the codes of Node and OpenSSL, never by the text of an error. */
import type { WireFailure, WirePhase } from "../../ports.ts";

/** How far a connection can get before a byte of the request may leave. */
export type DialPhase = Extract<WirePhase, "lookup" | "connect" | "tls">;

/** Node's documentation of `tls`, "X509 certificate error codes". */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "CERT_SIGNATURE_FAILURE",
  "CRL_SIGNATURE_FAILURE",
  "CERT_NOT_YET_VALID",
  "CERT_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_HAS_EXPIRED",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CRL_LAST_UPDATE_FIELD",
  "ERROR_IN_CRL_NEXT_UPDATE_FIELD",
  "OUT_OF_MEM",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_CHAIN_TOO_LONG",
  "CERT_REVOKED",
  "INVALID_CA",
  "PATH_LENGTH_EXCEEDED",
  "INVALID_PURPOSE",
  "CERT_UNTRUSTED",
  "CERT_REJECTED",
  "HOSTNAME_MISMATCH",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_TLS_CERT_ALTNAME_FORMAT",
]);

const UNREACHABLE_CODES: ReadonlySet<string> = new Set([
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
]);

const RESET_CODES: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED"]);

export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

export function isReset(error: unknown): boolean {
  return RESET_CODES.has(codeOf(error));
}

/** Why a connection could not be made. */
export function dialFailure(error: unknown, phase: DialPhase): WireFailure {
  const code = codeOf(error);
  if (CERTIFICATE_CODES.has(code)) return "certificate";
  if (phase === "tls") return "tls";
  if (phase === "lookup") return "nameLookup";
  if (code === "ECONNREFUSED") return "refused";
  if (UNREACHABLE_CODES.has(code)) return "unreachable";
  if (code === "ETIMEDOUT") return "connectTimeout";
  return isReset(error) ? "reset" : "other";
}

/** Why a request that was on its way got no whole answer. */
export function exchangeFailure(error: unknown, answerBegan: boolean): WireFailure {
  const code = codeOf(error);
  if (code === "HPE_HEADER_OVERFLOW") return "tooLarge";
  if (code === "ETIMEDOUT") return "timeout";
  // Node reports an answer that ends too early by a reset's code as well; the socket's own errors tell a real one.
  if (answerBegan) return "truncated";
  return isReset(error) ? "reset" : "other";
}
