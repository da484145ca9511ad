import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "./",
  build: {
    // A strict Content-Security-Policy refuses data: URLs and the polyfill is for browsers that cannot run this page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { "/api": process.env.PIP_URL ?? "http://127.0.0.1:8484" },
  },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
