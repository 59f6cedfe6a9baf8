/** Registers `counterfoil://` and serves the built page over it. */
import { protocol, type Session } from "electron";
import { answerPage, PAGE_SCHEME } from "./pageFiles.ts";

/** Before `ready`: the scheme behaves like https, with an origin of its own, and never around the page's policy. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, bypassCSP: false },
    },
  ]);
}

export function servePage(session: Session, root: string): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const { status, headers, body } = await answerPage(root, request);
    return new Response(typeof body === "string" ? body : new Uint8Array(body), { status, headers });
  });
}
