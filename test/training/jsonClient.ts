/** A client that knows only HTTP: it asks a training system, and tells status and body. */

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export async function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...options });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, body };
}

export function form(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  };
}

export function jsonPost(token: string, value: unknown) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify(value),
  };
}

export function bearer(token: string) {
  return { headers: { Authorization: `Bearer ${token}` } };
}

export function basic(id: string, secret: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` };
}

/** One field of an answer in JSON. */
export function field(answer: Answer, name: string): unknown {
  const { body } = answer;
  return typeof body === "object" && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

export function tokenOf(answer: Answer): string {
  const token = field(answer, "access_token");
  if (typeof token !== "string") throw new Error(`No token: ${JSON.stringify(answer)}`);
  return token;
}
