// `npm run papers`: real PDFs of many producers through the counter and the real window; the results stand in
// docs/paper.md. What others have made is fetched or made when this runs and stays in test-results.
import { buildApp } from "./build.mjs";
import { installMakers, installPaperPackages } from "./debianPackages.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { run, tool } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { runMain, startSteps } from "./steps.mjs";
import { runWithDisplay } from "./withDisplay.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step } = startSteps();
  await step("Programs that make and look at papers", async () => {
    await installPaperPackages();
    await installMakers();
  });
  const gather = runSource("test/papers/run.ts", []);
  let worst = await step("Papers through the counter", () => run(gather.command, gather.args));
  if (worst !== 0) return worst;
  await step("Build", buildApp);
  const walk = tool("playwright", ["test", "-c", "playwright.config.ts", "--project=papers"]);
  worst = await step("A share of them in the real window", () => runWithDisplay(walk.command, walk.args));
  const report = runSource("test/papers/run.ts", ["--report"]);
  await step("docs/paper.md", () => run(report.command, report.args));
  return worst;
});
