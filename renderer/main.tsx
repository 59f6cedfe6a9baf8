/** Starts the page. */
import "@fontsource-variable/source-sans-3/index.css";
import "@mantine/core/styles.css";
import "./theme/tokens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { keepWorkerReady } from "./components/pdfDocument.ts";
import { startTranslations } from "./i18n/start.ts";

startTranslations();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
createRoot(root).render(<App />);
requestIdleCallback(keepWorkerReady);
