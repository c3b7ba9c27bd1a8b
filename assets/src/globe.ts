/** From places on the earth to places on the page: near ones around their middle, far ones on the whole world. */

import { geoAzimuthalEqualArea, geoBounds, geoDistance, geoEqualEarth, type GeoProjection } from "d3-geo";

export type Point = [longitude: number, latitude: number];

const WORLD = 1.2;
const LEAST = 0.13;
const MARGIN = 0.17;

/** A projection that shows all the points, and never less than a stretch of some states. */
export function projection(points: Point[], width: number, height: number): GeoProjection {
  const all = { type: "MultiPoint" as const, coordinates: points };
  const centre = middle(geoBounds(all));
  const reach = Math.max(...points.map((point) => geoDistance(centre, point)));
  if (reach > WORLD) return geoEqualEarth().rotate([-centre[0], 0]).fitSize([width, height], { type: "Sphere" });
  const near = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  const most = Math.min(width, height) / (2 * LEAST);
  const [beside, above] = [width * MARGIN, height * MARGIN];
  near.fitExtent([[beside, above], [width - beside, height - above]], all);
  if (points.length > 1 && near.scale() <= most) return near;
  return near.scale(most).translate([width / 2, height / 2]);
}

function middle([[west, south], [east, north]]: [Point, Point]): Point {
  const width = east >= west ? east - west : east + 360 - west;
  return [west + width / 2, (south + north) / 2];
}
