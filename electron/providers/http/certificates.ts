/** Reads certificates of authorities from a file that an office was given, and keeps the TLS rules made of them. */
import { X509Certificate } from "node:crypto";
import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";
import { Refusal } from "../../../shared/errors.ts";
import type { SafetyReason } from "../../../shared/safetyReasons.ts";

export interface AuthorityCertificate {
  sha256: string;
  subject: string;
  issuer: string;
  validFrom: string;
  validTo: string;
  pem: string;
}

/** More than any office's own authority has. */
const MOST_IN_ONE_FILE = 20;
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function refused(reason: SafetyReason, message: string, said?: string): Refusal {
  return new Refusal("unsupportedFile", message, {
    field: "path",
    reason,
    ...(said === undefined ? {} : { said }),
  });
}

function parse(one: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(one);
  } catch {
    // OpenSSL throws errors of many kinds for the same thing: these bytes are no certificate.
    throw refused("certificateNone", "This file holds no certificate that can be read (PEM or DER).");
  }
}

/** OpenSSL writes one part a line, the most general first: "C=AL\nO=Posta\nCN=Posta Root" reads "CN=Posta Root, O=Posta, C=AL". */
function oneLine(name: string): string {
  return name.split("\n").filter(Boolean).reverse().join(", ");
}

function authority(certificate: X509Certificate, now: number): AuthorityCertificate {
  const subject = oneLine(certificate.subject);
  const validTo = new Date(certificate.validTo);
  if (!certificate.ca)
    throw refused(
      "certificateNoAuthority",
      `"${subject}" is the certificate of one computer, not of an authority that vouches for others.`,
      subject,
    );
  if (validTo.getTime() <= now)
    throw refused(
      "certificateEnded",
      `"${subject}" ended on ${validTo.toISOString().slice(0, 10)} and vouches for nobody any more.`,
      subject,
    );
  return {
    sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    subject,
    issuer: oneLine(certificate.issuer),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: validTo.toISOString(),
    pem: certificate.toString(),
  };
}

/** Throws `unsupportedFile`, naming `path`. */
export function readAuthorities(bytes: Uint8Array, now: number): AuthorityCertificate[] {
  const text = Buffer.from(bytes).toString("latin1");
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    throw refused(
      "certificateKey",
      "This file holds a private key. Ask for the certificate alone, and keep the key away from here.",
    );
  const isPem = text.includes("-----BEGIN");
  const blocks = isPem ? (text.match(PEM_BLOCK) ?? []) : [bytes];
  if (blocks.length === 0)
    throw refused("certificateNone", "This file holds no certificate that can be read (PEM or DER).");
  if (blocks.length > MOST_IN_ONE_FILE)
    throw refused(
      "certificateMany",
      `This file holds ${blocks.length} certificates: choose the one of the office's own authority.`,
    );
  return blocks.map((block) => authority(parse(block), now));
}

/** TLS 1.2 or later, the well-known authorities, and those that `extra` names when a connection is made. */
export function secureContexts(extra: () => readonly string[]): () => SecureContext {
  let made: { of: string; context: SecureContext } | null = null;
  return () => {
    const own = extra();
    const of = own.join("\n");
    if (made?.of !== of) {
      const ca = own.length === 0 ? {} : { ca: [...rootCertificates, ...own] };
      made = { of, context: createSecureContext({ minVersion: "TLSv1.2", ...ca }) };
    }
    return made.context;
  };
}
