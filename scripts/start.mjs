// `npm start`: sets up what is missing, builds, and opens the app. Further arguments go to the app.
import { buildApp } from "./build.mjs";
import { launch } from "./launch.mjs";
import { hasDisplay } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { setUp } from "./setup.mjs";
import { Advice, runMain, startSteps } from "./steps.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step } = startSteps();
  const runtime = await step("Set-up", setUp);
  await step("Build", buildApp);
  if (!hasDisplay()) {
    throw new Advice(
      "Counterfoil is built, but this session has no display to open its window on. " +
        "`npm run demo` walks through it on a display of its own and leaves screenshots; " +
        "`xvfb-run -a npm start` opens it unseen.",
    );
  }
  return launch(runtime, process.argv.slice(2));
});
