import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./", // served from any folder of any static host
  plugins: [react()],
  build: { target: "es2023", sourcemap: true, assetsInlineLimit: 0 },
  worker: { format: "es" },
});
