// A font's import is its file path, in the bundles as in the tests (scripts/fontPaths.mjs, vitest.config.ts).
declare module "*.ttf" {
  const path: string;
  export default path;
}
