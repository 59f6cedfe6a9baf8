// The tests that drive the real app in a real Electron: the end-to-end journeys and the demo's walk.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: [
    {
      name: "e2e",
      testMatch: "**/*.test.ts",
      // What is packed there is a folder for Linux.
      testIgnore: process.platform === "linux" ? [] : ["**/packaged.test.ts"],
      outputDir: "test-results/e2e",
    },
    { name: "papers", testMatch: "papers.walk.ts", outputDir: "test-results/papers-walk" },
    { name: "demo", testMatch: "demo.walk.ts", outputDir: "test-results/demo", timeout: 280_000 },
  ],
});
