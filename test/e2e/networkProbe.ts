/** Listens on this computer for whatever a page might try to reach: every connection and every datagram counts. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

export interface NetworkProbe {
  port: number;
  /** What arrived, in the order it came. */
  contacts: ("tcp" | "udp")[];
  close(): Promise<void>;
}

export async function openNetworkProbe(): Promise<NetworkProbe> {
  const contacts: NetworkProbe["contacts"] = [];
  const tcp = createServer((socket) => {
    contacts.push("tcp");
    socket.destroy();
  });
  tcp.listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket("udp4");
  udp.on("message", () => contacts.push("udp"));
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
  return {
    port,
    contacts,
    async close() {
      udp.close();
      tcp.close();
      await once(tcp, "close");
    },
  };
}
