// One file for the browser: cuibono/web/static/desk.js. The same sources give the same bytes; a test compares them.
import { build } from "esbuild";

await build({
  entryPoints: ["src/desk.js"],
  outfile: process.argv[2] ?? "../cuibono/web/static/desk.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});
