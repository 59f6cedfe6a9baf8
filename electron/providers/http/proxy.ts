/** Reads the system's proxy rule into the ways by which a provider can be reached. */

export type Route =
  | { readonly kind: "direct" }
  /** A CONNECT tunnel; `secure` where the proxy itself is spoken to over TLS. */
  | { readonly kind: "tunnel"; readonly secure: boolean; readonly host: string; readonly port: number };

/**
 * "PROXY a:8080; DIRECT" gives the ways in the order of preference. SOCKS entries are passed over, since only a
 * tunnel is used; an empty result therefore means that the system's rule leaves no way.
 */
export function routesOf(rule: string): Route[] {
  return rule.split(";").flatMap((entry): Route[] => {
    const [keyword = "", address = ""] = entry.trim().split(/\s+/);
    switch (keyword.toUpperCase()) {
      case "DIRECT":
        return [{ kind: "direct" }];
      case "PROXY":
      case "HTTP":
        return tunnel(address, false);
      case "HTTPS":
        return tunnel(address, true);
      default:
        return [];
    }
  });
}

function tunnel(address: string, secure: boolean): Route[] {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(address);
  const port = Number(match?.[2] ?? (secure ? 443 : 80));
  if (!match?.[1] || port < 1 || port > 65_535) return [];
  return [{ kind: "tunnel", secure, host: match[1].replace(/^\[|\]$/g, ""), port }];
}
