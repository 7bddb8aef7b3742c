// `node jsdom.mjs SCRIPT... < TEI`: runs scripts in a window of jsdom, then `show` for each telegram of a JSON array, and prints what it gives.
import { readFileSync } from "node:fs";
import { JSDOM, VirtualConsole } from "jsdom";

const errors = [];
const virtualConsole = new VirtualConsole();
for (const kind of ["jsdomError", "error", "warn"]) virtualConsole.on(kind, (said) => errors.push(String(said)));
const { window } = new JSDOM("<!DOCTYPE html><body></body>", { runScripts: "outside-only", url: "https://example.org/", virtualConsole });
for (const path of process.argv.slice(2)) window.eval(readFileSync(path, "utf8"));
const shown = JSON.parse(readFileSync(0, "utf8")).map((tei) => window.show(tei));
console.log(JSON.stringify({ shown, errors }));
