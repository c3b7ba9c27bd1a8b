/** From places on the earth to places on the page: near ones around their middle, far ones on the whole world. */

import { geoAzimuthalEqualArea, geoBounds, geoDistance, geoEqualEarth, type GeoProjection } from "d3-geo";
import type { MultiPoint } from "geojson";

export type Point = [longitude: number, latitude: number];

const WORLD = 1.2;
const FLAT = { world: 0.46, part: 0.68 };
const LEAST = 0.13;
const MARGIN = 0.17;

export interface Frame {
  on: GeoProjection;
  height: number;
}

/** A projection that shows all the points, and never less than a stretch of some states. */
export function framed(points: Point[], width: number): Frame {
  const all = { type: "MultiPoint" as const, coordinates: points };
  const centre = middle(geoBounds(all));
  const reach = Math.max(...points.map((point) => geoDistance(centre, point)));
  return reach > WORLD ? far(centre, width) : near(all, centre, width, Math.round(width * FLAT.part));
}

/** The whole world but the ice of its south, with the middle of the points in its own. */
function far(centre: Point, width: number): Frame {
  const on = geoEqualEarth().rotate([-centre[0], 0]).fitWidth(width, { type: "Sphere" });
  return { on, height: Math.round(width * FLAT.world) };
}

function near(all: MultiPoint, centre: Point, width: number, height: number): Frame {
  const on = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  const most = Math.min(width, height) / (2 * LEAST);
  const [beside, above] = [width * MARGIN, height * MARGIN];
  on.fitExtent([[beside, above], [width - beside, height - above]], all);
  const close = all.coordinates.length < 2 || on.scale() > most;
  return { on: close ? on.scale(most).translate([width / 2, height / 2]) : on, height };
}

function middle([[west, south], [east, north]]: [Point, Point]): Point {
  const width = east >= west ? east - west : east + 360 - west;
  return [west + width / 2, (south + north) / 2];
}
