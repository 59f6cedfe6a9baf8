/** Where the code reader's WebAssembly lies: in its package, and beside the bundles after a build. */
import { createRequire } from "node:module";

export const readerFile: string = createRequire(import.meta.url).resolve(
  "zxing-wasm/reader/zxing_reader.wasm",
);
