/** A network scanner of our own that speaks eSCL over plain HTTP, as a Mopria device does, with a feeder that can jam. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

const CAPABILITIES = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Officina M20</pwg:MakeAndModel>
  <scan:Platen><scan:PlatenInputCaps>
    <scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>3508</scan:MaxHeight>
    <scan:SettingProfiles><scan:SettingProfile>
      <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
      <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
      <scan:SupportedResolutions><scan:DiscreteResolutions>
        <scan:DiscreteResolution><scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution></scan:DiscreteResolution>
        <scan:DiscreteResolution><scan:XResolution>200</scan:XResolution><scan:YResolution>200</scan:YResolution></scan:DiscreteResolution>
        <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
      </scan:DiscreteResolutions></scan:SupportedResolutions>
    </scan:SettingProfile></scan:SettingProfiles>
  </scan:PlatenInputCaps></scan:Platen>
  <scan:Adf><scan:AdfSimplexInputCaps>
    <scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>4200</scan:MaxHeight>
    <scan:SettingProfiles><scan:SettingProfile>
      <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes>
    </scan:SettingProfile></scan:SettingProfiles>
  </scan:AdfSimplexInputCaps></scan:Adf>
</scan:ScannerCapabilities>`;

/** What happens instead of the page at this place: a cut connection, a jam, a wait, or silence until somebody gives up. */
export type Mishap = "cut" | "jam" | "busy" | "hang";

export interface EsclScanner {
  address: string;
  /** What was asked, in order: "GET /eSCL/ScannerCapabilities", … */
  asked: string[];
  /** The settings of the last job, as they came. */
  settings(): string;
  close(): Promise<void>;
}

export async function startEsclScanner(feed: readonly (Buffer | Mishap)[]): Promise<EsclScanner> {
  const asked: string[] = [];
  let settings = "";
  let left = [...feed];
  let adfState = "ScannerAdfLoaded";

  function next(response: ServerResponse): void {
    const page = left.shift();
    if (page === undefined) {
      adfState = adfState === "ScannerAdfJam" ? adfState : "ScannerAdfEmpty";
      response.writeHead(404).end();
    } else if (page === "jam") {
      adfState = "ScannerAdfJam";
      left = [];
      response.writeHead(404).end();
    } else if (page === "busy") response.writeHead(503, { "Retry-After": "0" }).end();
    else if (page === "cut") {
      response.writeHead(200, { "Content-Type": "image/jpeg", "Content-Length": "90000" });
      response.write(Buffer.alloc(4000), () => response.destroy());
    } else if (page !== "hang") response.writeHead(200, { "Content-Type": "image/jpeg" }).end(page);
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url}`);
    if (url === "/eSCL/ScannerCapabilities") response.end(CAPABILITIES);
    else if (url === "/eSCL/ScannerStatus")
      response.end(
        `<scan:ScannerStatus xmlns:scan="s" xmlns:pwg="p"><pwg:State>Idle</pwg:State><scan:AdfState>${adfState}</scan:AdfState></scan:ScannerStatus>`,
      );
    else if (method === "POST" && url === "/eSCL/ScanJobs") {
      settings = body;
      // A scanner names itself as it likes; nobody follows it to another host.
      response.writeHead(201, { Location: "http://scanner.invalid/eSCL/ScanJobs/7" }).end();
    } else if (method === "GET" && url === "/eSCL/ScanJobs/7/NextDocument") next(response);
    else if (method === "DELETE" && url === "/eSCL/ScanJobs/7") response.end();
    else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(request, response, Buffer.concat(chunks).toString("utf8")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, asked, settings: () => settings, close };
}
