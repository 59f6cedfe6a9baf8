// How renderer/ becomes out/renderer: files only, nothing inline, as the page's content policy demands.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../out/renderer",
    emptyOutDir: true,
    target: "chrome130",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // One window, loaded from disk: splitting would only add requests.
    chunkSizeWarningLimit: 4000,
  },
});
