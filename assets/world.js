// The borders of the world for the map: those of world-atlas, made small, each state under its three-letter code.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const countries = require("i18n-iso-countries");

const WITHOUT_NUMBER = { Kosovo: "XKX" };

/** Write the borders; the names of the packages that they are made from. */
export function world(path) {
  const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
  delete atlas.objects.land;
  for (const shape of atlas.objects.countries.geometries) {
    shape.id = WITHOUT_NUMBER[shape.properties.name] ?? countries.numericToAlpha3(shape.id) ?? undefined;
    delete shape.properties;
  }
  writeFileSync(path, JSON.stringify(atlas));
  return ["world-atlas"];
}
