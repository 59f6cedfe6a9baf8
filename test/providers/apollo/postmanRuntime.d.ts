/** The little of Postman's own packages (they bring no types that TypeScript finds) that the replay of the collection uses. */
declare module "postman-collection" {
  export class Collection {
    constructor(published: unknown);
    readonly items: {
      /** Takes out every item for which `matches` is true. */
      remove(matches: (item: { readonly name: string }) => boolean, context: unknown): void;
    };
  }
}

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
