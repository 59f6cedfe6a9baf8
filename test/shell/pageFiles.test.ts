// What counterfoil://app/… answers: files of the built page only, each under a strict policy.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerPage, fileFor, mayLoadInPage } from "../../electron/shell/pageFiles.ts";

let folder = "";
let root = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "counterfoil-page-"));
  root = join(folder, "renderer");
  mkdirSync(join(root, "assets"), { recursive: true });
  mkdirSync(join(folder, "renderer-secret"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "renderer-secret", "a.txt"), "secret");
  writeFileSync(join(root, ".hidden"), "secret");
  writeFileSync(
    join(root, "index.html"),
    `<meta content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>`,
  );
  for (const name of [
    "app-Ab_3-x.js",
    "worker.mjs",
    "openjpeg.wasm",
    "sans.woff2",
    "style.css",
    "map.bcmap",
  ]) {
    writeFileSync(join(root, "assets", name), name);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = "GET") => answerPage(root, { method, url });

test.each([
  ["counterfoil://app/assets/app-Ab_3-x.js", "text/javascript; charset=utf-8"],
  ["counterfoil://app/assets/worker.mjs?v=1#x", "text/javascript; charset=utf-8"],
  ["counterfoil://app/assets/openjpeg.wasm", "application/wasm"],
  ["counterfoil://app/assets/sans.woff2", "font/woff2"],
  ["counterfoil://app/assets/style.css", "text/css; charset=utf-8"],
  ["counterfoil://app/assets/map.bcmap", "application/octet-stream"],
  ["counterfoil://app/", "text/html; charset=utf-8"],
  ["counterfoil://app/index.html", "text/html; charset=utf-8"],
])("%s is %s", async (url, type) => {
  const answer = await get(url);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-type": type,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
});

test.each([
  "counterfoil://app/../secret.txt",
  "counterfoil://app/assets/../../secret.txt",
  "counterfoil://app/..%2fsecret.txt",
  "counterfoil://app/%2e%2e/secret.txt",
  "counterfoil://app/%252e%252e/secret.txt",
  "counterfoil://app/..\\secret.txt",
  "counterfoil://app/..%5csecret.txt",
  "counterfoil://app/../renderer-secret/a.txt",
  "counterfoil://app//etc/passwd",
  "counterfoil://app/.hidden",
  "counterfoil://app/assets/app-Ab_3-x.js%00.html",
  "counterfoil://app/assets",
  "counterfoil://app/assets/",
  "counterfoil://app/index.html/x",
  "counterfoil://app/missing.js",
  "counterfoil://other/index.html",
  "counterfoil://user@app/index.html",
  "file:///etc/passwd",
  "https://app/index.html",
  "not an address",
])("%s is not there", async (url) => {
  const answer = await get(url);
  expect(answer.status).toBe(404);
  expect(String(answer.body)).not.toContain("secret");
});

test.each(["POST", "PUT", "HEAD", "OPTIONS"])("%s is not answered", async (method) => {
  expect((await get("counterfoil://app/index.html", method)).status).toBe(405);
});

test("a path out of the folder is never even read", () => {
  expect(fileFor(root, "counterfoil://app/../secret.txt")).toBe(join(root, "secret.txt"));
  expect(fileFor(root, "counterfoil://app/%2e%2e%2fsecret.txt")).toBeNull();
});

test("each page has a nonce of its own, the same in its policy and its elements", async () => {
  const [first, second] = [await get("counterfoil://app/"), await get("counterfoil://app/")];
  const nonce = /nonce="([^"]+)"/.exec(String(first.body))?.[1] ?? "";
  expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  expect(first.body).toBe(`<meta content="${nonce}"><style nonce="${nonce}"></style>`);
  expect(first.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(second.body).not.toBe(first.body);
});

test("the policy lets nothing in but the page's own files", async () => {
  const { headers } = await get("counterfoil://app/assets/worker.mjs");
  expect(headers["content-security-policy"]?.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test.each<[url: string, may: boolean]>([
  ["counterfoil://app/index.html", true],
  ["data:image/png;base64,AAAA", true],
  ["blob:counterfoil://app/1", true],
  ["counterfoil://paper/1", false],
  ["http://127.0.0.1/", false],
  ["https://lender.example/", false],
  ["ws://127.0.0.1/", false],
  ["file:///etc/passwd", false],
  ["chrome://gpu", false],
])("a page may load %s: %s", (url, may) => {
  expect(mayLoadInPage(new URL(url))).toBe(may);
});
