/** Answers `counterfoil://app/…` from the built page's folder and nowhere else, each answer with a strict policy. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

export const PAGE_SCHEME = "counterfoil";
export const PAGE_ORIGIN = "counterfoil://app";
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

/** Stands in index.html where the page reads the nonce that its style elements carry. */
const NONCE_PLACE = "__CSP_NONCE__";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".pfb": "application/x-font-type1",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
};

/** `'wasm-unsafe-eval'` and the worker are for pdf.js; Mantine's style elements carry the nonce. */
function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `style-src 'self'${nonce === null ? "" : ` 'nonce-${nonce}'`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Also on every file that is no page: a worker obeys the policy of its own script's answer. */
function securityHeaders(nonce: string | null): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(nonce),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=()",
    "x-dns-prefetch-control": "off",
    "cache-control": "no-store",
  };
}

/** Besides its own files a page may show what it holds itself: pictures as `data:` and `blob:`. */
export function mayLoadInPage({ protocol, host }: URL): boolean {
  if (protocol === "data:" || protocol === "blob:") return true;
  return protocol === `${PAGE_SCHEME}:` && host === "app";
}

export type PageAnswer = { status: number; headers: Record<string, string>; body: Buffer | string };

/** The file an address names, or null: another host, a way out of the folder, a hidden character. */
export function fileFor(root: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (
    url.protocol !== `${PAGE_SCHEME}:` ||
    url.host !== "app" ||
    url.username !== "" ||
    url.password !== ""
  ) {
    return null;
  }
  // Percent signs are decoded by nobody here: our own file names need none, and a second decoding is a way out.
  if (!/^\/[A-Za-z0-9._/-]*$/.test(url.pathname)) return null;
  const path = url.pathname === "/" ? "index.html" : url.pathname.slice(1);
  if (path.split("/").some((part) => part === "" || part.startsWith("."))) return null;
  const file = resolve(root, path);
  return file.startsWith(resolve(root) + sep) ? file : null;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["ENOENT", "EISDIR", "ENOTDIR"].includes(String(error.code))
  );
}

function plain(status: number, body: string): PageAnswer {
  return { status, headers: { ...securityHeaders(null), "content-type": "text/plain; charset=utf-8" }, body };
}

export async function answerPage(
  root: string,
  { method, url }: { method: string; url: string },
): Promise<PageAnswer> {
  if (method !== "GET") return plain(405, "Only GET is answered here.");
  const file = fileFor(root, url);
  const mediaType = file === null ? undefined : mediaTypes[extname(file).toLowerCase()];
  if (file === null) return plain(404, "There is no such file.");
  try {
    const body = await readFile(file);
    const headers = { "content-type": mediaType ?? "application/octet-stream" };
    if (mediaType !== mediaTypes[".html"]) {
      return { status: 200, headers: { ...securityHeaders(null), ...headers }, body };
    }
    const nonce = randomBytes(16).toString("base64");
    const page = body.toString("utf8").replaceAll(NONCE_PLACE, nonce);
    return { status: 200, headers: { ...securityHeaders(nonce), ...headers }, body: page };
  } catch (error) {
    if (isMissing(error)) return plain(404, "There is no such file.");
    throw error;
  }
}
