/** Which addresses a provider may have, and how the URL of one call is built from one. */

export type AddressProblem =
  | "notAnAddress"
  | "notHttps"
  | "hasUserName"
  | "hasQuery"
  | "lookAlike"
  | "hiddenCharacters";

export type BaseUrlCheck =
  | { ok: true; baseUrl: string }
  | { ok: false; problem: AddressProblem; message: string };

/** True for the names and numbers of this very computer, the only place where plain http is allowed. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/**
 * Checks what somebody typed as a provider's address and gives it without a slash at the end. The host has to
 * stand there in the very form that the network will use, so that nothing can merely look like the provider's.
 */
export function checkBaseUrl(typed: string): BaseUrlCheck {
  const text = typed.trim();
  // The URL parser quietly drops tabs and line breaks and turns "\" into "/": what is read must be what is used.
  if (/[\p{Cc}\p{Cf}\p{Cs}\s\\]/u.test(text)) {
    return refused(
      "hiddenCharacters",
      "The address contains spaces, backslashes or hidden characters. Type it again.",
    );
  }
  const parts = /^([a-z]+):\/\/([^/?#]+)([^?#]*)(.*)$/i.exec(text);
  const url = parts ? parsed(text) : null;
  if (!parts || !url)
    return refused("notAnAddress", "Enter the whole address, such as https://partner.example.com/iute.");
  const [, , authority = "", , afterPath = ""] = parts;
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refused("notHttps", "The address must begin with https://.");
  }
  if (authority.includes("@")) {
    return refused(
      "hasUserName",
      "The address must not contain a user name or an @. User name and password have their own fields.",
    );
  }
  if (afterPath !== "") return refused("hasQuery", "The address must end before any ? or #.");
  if (authority.replace(/:\d*$/, "").toLowerCase() !== url.hostname) {
    return refused(
      "lookAlike",
      `This address really leads to ${url.hostname}. If that is the provider's, enter it in this form.`,
    );
  }
  if (url.protocol === "http:" && !isLoopbackHost(url.hostname)) {
    return refused(
      "notHttps",
      "The address must begin with https://. Plain http is allowed on this computer only.",
    );
  }
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, "") };
}

/** `baseUrl` and the path of the provider's document, joined exactly, with the query encoded value by value. */
export function callUrl(baseUrl: string, path: string, query: Readonly<Record<string, string>> = {}): string {
  const parameters = encodedParameters(query);
  return baseUrl.replace(/\/+$/, "") + path + (parameters === "" ? "" : `?${parameters}`);
}

/** "a=1&b=2": the same text serves a query and an urlencoded body. "&", "%", "#" and line breaks are data here. */
export function encodedParameters(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join("&");
}

function encoded(text: string): string {
  // A lone surrogate has no bytes in UTF-8: the buffer replaces it, while encodeURIComponent would throw.
  return encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function refused(problem: AddressProblem, message: string): BaseUrlCheck {
  return { ok: false, problem, message };
}
