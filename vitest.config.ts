// The unit, room and simulation tests: everything below test/ but the end-to-end walks, which Playwright runs.
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [
    {
      // The build gives a font's import as its file path; so do the tests.
      name: "font-paths",
      enforce: "pre",
      load: (id) => (id.endsWith(".ttf") ? `export default ${JSON.stringify(id)};` : null),
    },
  ],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "test/bench/**", "**/node_modules/**"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
