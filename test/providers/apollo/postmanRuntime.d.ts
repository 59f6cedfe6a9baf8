/** The little of `postman-runtime` (it brings no types) that the replay of the collection uses. */
declare module "postman-runtime" {
  import type { Collection } from "postman-collection";

  interface Reply {
    readonly code: number;
    text(): string;
  }
  interface Run {
    start(handlers: {
      response(
        error: unknown,
        cursor: unknown,
        reply: Reply | undefined,
        request: unknown,
        item: { name: string },
      ): void;
      done(error: unknown): void;
    }): void;
  }
  export class Runner {
    run(
      collection: Collection,
      options: Record<string, unknown>,
      started: (error: unknown, run: Run) => void,
    ): void;
  }
}
