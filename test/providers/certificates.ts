/** Certificates for tests, made on the spot with Node's own crypto: an authority, and servers that are what one wants. */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

// The few pieces of DER that a certificate is made of (RFC 5280, X.690).
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 128
      ? Buffer.from([body.length])
      : body.length < 256
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
/** Up to 127: larger ones need a second byte. */
const integer = (value: number) => der(0x02, Buffer.from([value]));
const octets = (content: Buffer) => der(0x04, content);
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const yes = der(0x01, Buffer.from([0xff]));
const time = (at: Date) =>
  der(
    0x18,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, "")
        .slice(0, 14)}Z`,
    ),
  );
const name = (text: string) => sequence(der(0x31, sequence(oid(0x55, 4, 3), der(0x0c, Buffer.from(text)))));
const ecdsaSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));

const DAY = 86_400_000;

function extensions(isAuthority: boolean, hosts: readonly string[]): Buffer {
  const constraints = sequence(oid(0x55, 29, 19), yes, octets(isAuthority ? sequence(yes) : sequence()));
  if (hosts.length === 0) return der(0xa3, sequence(constraints));
  const names = hosts.map((host) =>
    /^\d+(\.\d+){3}$/.test(host)
      ? der(0x87, Buffer.from(host.split(".").map(Number)))
      : der(0x82, Buffer.from(host)),
  );
  return der(0xa3, sequence(constraints, sequence(oid(0x55, 29, 17), octets(sequence(...names)))));
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

let serial = 0;

function certificate(
  subject: { name: string; publicKey: KeyObject; isAuthority: boolean; hosts: readonly string[] },
  issuer: { name: string; privateKey: KeyObject },
  validFrom: number,
  validTo: number,
): string {
  serial += 1;
  const facts = sequence(
    der(0xa0, integer(2)),
    integer(serial),
    ecdsaSha256,
    name(issuer.name),
    sequence(time(new Date(validFrom)), time(new Date(validTo))),
    name(subject.name),
    subject.publicKey.export({ type: "spki", format: "der" }),
    extensions(subject.isAuthority, subject.hosts),
  );
  return pem("CERTIFICATE", sequence(facts, ecdsaSha256, bits(sign("sha256", facts, issuer.privateKey))));
}

export interface ServerCertificate {
  key: string;
  cert: string;
}

export interface Authority {
  /** PEM, to be trusted besides the well-known ones. */
  ca: string;
  server(hosts: readonly string[], valid?: { fromDays: number; toDays: number }): ServerCertificate;
}

export function createAuthority(): Authority {
  const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = { name: `Test authority ${serial}`, privateKey: own.privateKey };
  const now = Date.now();
  return {
    ca: certificate(
      { name: issuer.name, publicKey: own.publicKey, isAuthority: true, hosts: [] },
      issuer,
      now - DAY,
      now + DAY,
    ),
    server(hosts, { fromDays, toDays } = { fromDays: -1, toDays: 1 }) {
      const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
      return {
        key: String(keys.privateKey.export({ type: "pkcs8", format: "pem" })),
        cert: certificate(
          { name: hosts[0] ?? "nobody", publicKey: keys.publicKey, isAuthority: false, hosts },
          issuer,
          now + fromDays * DAY,
          now + toDays * DAY,
        ),
      };
    },
  };
}
