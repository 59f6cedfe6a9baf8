/** A font file's import is its path: absolute in a test run, relative to the bundle after a build. */
declare module "*.ttf" {
  const path: string;
  export default path;
}
