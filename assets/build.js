// Bundles src/ into the package's static files, and writes beside them the licences of all that is in them.

import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { world } from "./world.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "../src/dragoman/web/static/built");

/** Bundle the entries; the names of the packages that went in. */
async function bundle() {
  const { metafile } = await build({
    absWorkingDir: HERE,
    entryPoints: ["moves", "chart", "map"].map((name) => `src/${name}.ts`),
    outdir: OUT,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none", // all licences are in one file beside the bundles
    metafile: true,
    logLevel: "warning",
  });
  const used = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const packages = used.map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return new Set(packages.filter(Boolean));
}

/** What a package says of itself and its licence. */
function licence(name) {
  const folder = join(HERE, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readFileSync(join(folder, "LICENSE"), "utf8").replaceAll("\r\n", "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const used = [...(await bundle()), ...world(join(OUT, "world.json"))].sort();
const head = "What the files beside this one are made of, by `make assets`.\n";
writeFileSync(join(OUT, "LICENCES.txt"), [head, ...used.map(licence)].join(`\n${"-".repeat(72)}\n\n`));
