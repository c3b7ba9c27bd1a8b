/** Names beside the circles of a map, as far as there is room for them. */

import type { GeoProjection } from "d3-geo";

import type { Spot } from "./data.ts";
import { element, px, text } from "./svg.ts";

const LETTER = 6.6;
const TALL = 13;
const GAP = 4;

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The names, those of most events first; one that would lie on another is left out. */
export function named(on: GeoProjection, spots: Spot[], sizes: number[], width: number, height: number): SVGElement {
  const circles = spots.map((spot, at) => around(on([spot.longitude!, spot.latitude!])!, sizes[at]!));
  const taken = [...circles];
  const names = spots.flatMap((spot, at) => {
    const room = beside(circles[at]!, spot.place.length * LETTER).find((box) => free(box, taken, width, height));
    if (!room) return [];
    taken.push(room);
    return text(px(room.x0), px(room.y1 - 3), spot.place, { class: "place" });
  });
  return element("g", { "aria-hidden": "true" }, ...names);
}

function around([x, y]: [number, number], size: number): Box {
  return { x0: x - size, y0: y - size, x1: x + size, y1: y + size };
}

/** Right of a circle, left of it, above, below. */
function beside(circle: Box, wide: number): Box[] {
  const [x, y] = [(circle.x0 + circle.x1) / 2, (circle.y0 + circle.y1) / 2];
  const at = (x0: number, y0: number): Box => ({ x0, y0, x1: x0 + wide, y1: y0 + TALL });
  return [
    at(circle.x1 + GAP, y - TALL / 2),
    at(circle.x0 - GAP - wide, y - TALL / 2),
    at(x - wide / 2, circle.y0 - GAP - TALL),
    at(x - wide / 2, circle.y1 + GAP),
  ];
}

function free(box: Box, taken: Box[], width: number, height: number): boolean {
  const inside = box.x0 >= 0 && box.x1 <= width && box.y0 >= 0 && box.y1 <= height;
  const apart = (other: Box): boolean =>
    box.x1 < other.x0 || other.x1 < box.x0 || box.y1 < other.y0 || other.y1 < box.y0;
  return inside && taken.every(apart);
}
