/** A training provider's telephone line: an HTTP server on loopback that can be pulled and put back on its port. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { TrainingRefusal } from "../contract.ts";

const LOOPBACK = "127.0.0.1";

export interface Line {
  readonly port: number;
  readonly up: boolean;
  raise(): Promise<void>;
  /** Nothing listens any more when this resolves, and every open connection is dead. */
  drop(): Promise<void>;
}

export interface LineOptions {
  /** The port of the last time, taken again where it is free; 0 for any. */
  readonly port: number;
  readonly up: boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** The bytes that answer something that is not HTTP. */
  readonly malformedAnswer: () => string;
}

export async function openLine(options: LineOptions): Promise<Line> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = options.port;

  function assemble(): Server {
    const assembled = createServer({ keepAliveTimeout: 5_000, requestTimeout: 300_000 }, options.handle);
    assembled.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    assembled.on("clientError", (_error, socket) => {
      if (socket.writable) socket.end(options.malformedAnswer());
      else socket.destroy();
    });
    return assembled;
  }

  async function raise(anyPortWillDo = false): Promise<void> {
    if (server) return;
    const assembled = assemble();
    try {
      port = await listen(assembled, port);
    } catch (error) {
      if (!isAddressInUse(error)) throw error;
      if (!anyPortWillDo) {
        throw new TrainingRefusal(
          "portTaken",
          `Another program has taken port ${port} of the training line.`,
        );
      }
      port = await listen(assembled, 0);
    }
    server = assembled;
  }

  async function drop(): Promise<void> {
    const closing = server;
    server = null;
    if (!closing) return;
    const closed = new Promise<void>((resolve) => {
      closing.close(() => resolve());
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  // A line that starts down still needs an address to be down at.
  if (options.up || port === 0) await raise(true);
  if (!options.up) await drop();

  return {
    get port() {
      return port;
    },
    get up() {
      return server !== null;
    },
    raise: () => raise(),
    drop,
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: LOOPBACK, port }, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The line has no port."));
      else resolve(address.port);
    });
  });
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
