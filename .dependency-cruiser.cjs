// Which room may import what (docs: the house). Every rule's comment says what to do instead.

/** Everything in electron/ but the rooms named. */
const core = "^electron/(?!shell/|main\\.ts|preload\\.ts)";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other hide a third idea: give it a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nobody imports this file: use it or delete it.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^electron/(main|preload|agent|verify)\\.ts$",
          "\\.worker\\.ts$",
          "^renderer/main\\.tsx$",
          "^test/",
        ],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "The import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^electron$"] },
    },
    {
      name: "shared-imports-nothing-of-ours",
      comment: "shared/ is what crosses the bridge; both sides stand on it, it stands on neither.",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(electron|renderer|test|scripts)/" },
    },
    {
      name: "shared-runs-anywhere",
      comment: "shared/ is loaded by the page too: no Node modules.",
      severity: "error",
      from: { path: "^shared/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "renderer-imports-shared-only",
      comment: "The page asks through window.counterfoil; its types come from shared/.",
      severity: "error",
      from: { path: "^renderer/" },
      to: { path: "^(electron|test|scripts)/" },
    },
    {
      name: "renderer-is-a-page",
      comment: "The page is sandboxed: no Node modules, no Electron, no SQLite.",
      severity: "error",
      from: { path: "^renderer/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-runs-without-electron",
      comment:
        "Only electron/shell, main.ts and preload.ts import Electron; others get a port (electron/ports.ts).",
      severity: "error",
      from: { pathNot: ["^electron/shell/", "^electron/(main|preload)\\.ts$", "^test/"] },
      to: { path: ["^electron$", "node_modules/electron/", "node_modules/electron-store/"] },
    },
    {
      name: "core-does-not-import-the-shell",
      comment: "The shell stands around the core: hand what it offers in through a port (electron/ports.ts).",
      severity: "error",
      from: { path: core },
      to: { path: "^electron/(shell/|main\\.ts|preload\\.ts)" },
    },
    {
      name: "only-main-and-tests-compose",
      comment: "agent.ts is the composition root: rooms get what they need as arguments, not from it.",
      severity: "error",
      from: { path: "^electron/[^/]+/", pathNot: "^electron/shell/" },
      to: { path: "^electron/agent\\.ts$" },
    },
    {
      name: "only-the-composition-opens-rooms",
      comment:
        "Who opens the journal, the courier, the document store or an adapter decides how the house stands: electron/composition. Others get them as arguments.",
      severity: "error",
      from: { path: "^electron/", pathNot: "^electron/(agent\\.ts|composition/)" },
      to: {
        path: "^electron/(journal/journal|courier/courier|documents/store|providers/registry)\\.ts$",
      },
    },
    {
      name: "nothing-imports-the-composition",
      comment: "The rooms do not know how they are put together: agent.ts stands above them.",
      severity: "error",
      from: { path: "^electron/", pathNot: "^electron/(agent\\.ts|composition/)" },
      to: { path: "^electron/composition/" },
    },
    {
      name: "preload-imports-shared-only",
      comment: "The preload runs beside the page: it knows the contract and nothing of the core.",
      severity: "error",
      from: { path: "^electron/preload\\.ts$" },
      to: { path: "^electron/" },
    },
    {
      name: "journal-knows-no-provider",
      comment: "The journal records what the desks and the courier tell it.",
      severity: "error",
      from: { path: "^electron/journal/" },
      to: { path: "^electron/(providers|courier|desks|devices|documents|training)/" },
    },
    {
      name: "sqlite-belongs-to-the-journal",
      comment: "Rows are read and written through electron/journal.",
      severity: "error",
      from: { path: "^(electron|shared|renderer)/", pathNot: "^electron/journal/" },
      to: { path: "node_modules/(@types/)?better-sqlite3/" },
    },
    {
      name: "providers-know-no-money-queue",
      comment:
        "An adapter speaks its provider's API; what an answer means for money is the courier's to say.",
      severity: "error",
      from: { path: "^electron/providers/" },
      to: { path: "^electron/(journal|desks|courier|devices|documents|training)/" },
    },
    {
      name: "providers-know-each-other-not",
      comment: "What two adapters share belongs in providers/ itself.",
      severity: "error",
      from: { path: "^electron/providers/([^/]+)/" },
      to: { path: "^electron/providers/([^/]+)/", pathNot: "^electron/providers/$1/" },
    },
    {
      name: "courier-sees-contracts-only",
      comment:
        "The courier carries for any provider: it imports providers/contract.ts and wire.ts, never an adapter.",
      severity: "error",
      from: { path: "^electron/courier/" },
      to: {
        path: "^electron/(desks|devices|documents|training|providers)/",
        pathNot: "^electron/providers/(contract|wire)\\.ts$",
      },
    },
    {
      name: "desks-see-contracts-only",
      comment:
        "A desk asks for a capability, never for a name: it imports providers/contract.ts, never an adapter.",
      severity: "error",
      from: { path: "^electron/desks/" },
      to: { path: "^electron/providers/[^/]+/" },
    },
    {
      name: "paper-and-devices-know-no-desk",
      comment: "Documents and devices are used by the desks, not the other way round.",
      severity: "error",
      from: { path: "^electron/(documents|devices)/" },
      to: { path: "^electron/(desks|courier|providers|training)/" },
    },
    {
      name: "training-is-the-other-side",
      comment: "A training provider is written against the provider's document, never against our adapter.",
      severity: "error",
      from: { path: "^electron/training/" },
      to: { path: "^electron/(providers|courier|journal|desks|documents|devices)/" },
    },
    {
      name: "product-imports-no-test",
      comment: "Tests stand on the product, not under it.",
      severity: "error",
      from: { path: "^(electron|renderer|shared)/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "bundled-not-shipped",
      comment:
        "Only better-sqlite3 is shipped as a package; what the app imports must be named in package.json.",
      severity: "error",
      from: { path: "^(electron|renderer|shared)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(out|release|demo-output)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".d.ts"],
    },
    builtInModules: { add: ["electron"] },
  },
};
