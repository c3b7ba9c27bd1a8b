/** Draws the map of a pair or person where its page has a place for it. */

import { geoGraticule10, geoPath, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

import { fetched, type Places, type Spot } from "./data.ts";
import { follow, loadAll, made } from "./figure.ts";
import { framed, type Point } from "./globe.ts";
import { named } from "./names.ts";
import { readable } from "./reading.ts";
import { drawing, element, link, px, text } from "./svg.ts";

type World = Topology<{ countries: GeometryCollection }>;

const BIGGEST = 24;
const SMALLEST = 4;
const COUNTED = 9;

let world: Promise<World> | undefined;

async function load(figure: HTMLElement, address: string): Promise<void> {
  world ??= fetched<World>("/static/built/world.json");
  const [borders, told] = await Promise.all([world, fetched<Places>(address)]);
  follow(figure, (width) => draw(figure, borders, told, width));
}

function draw(figure: HTMLElement, borders: World, told: Places, width: number): void {
  const spots = told.places.filter((spot) => spot.latitude !== null);
  const { on, height } = framed(spots.map(point), width);
  on.clipExtent([[0, 0], [width, height]]);
  const svg = drawing(width, height, "Map of places; arrow keys go from one to the next");
  const most = Math.max(...spots.map(({ events }) => events));
  const sizes = spots.map(({ events }) => radius(events, most));
  const circles = spots.map((spot, at) => circle(on, spot, sizes[at]!));
  svg.append(ground(on, borders, told.states), ...circles, named(on, spots, sizes, width, height));
  const line = made("p", "readout", `${spots.length} ${spots.length === 1 ? "place" : "places"}`);
  readable(svg, line);
  figure.replaceChildren(line, svg);
}

/** Land and its borders, the states that this is about in a shade of their own. */
function ground(on: GeoProjection, borders: World, states: string[]): SVGElement {
  const path = geoPath(on).digits(1);
  const shapes = feature(borders, borders.objects.countries).features.flatMap((shape) => {
    const d = path(shape);
    if (!d) return [];
    return element("path", { d, class: states.includes(String(shape.id)) ? "land own" : "land" });
  });
  const lines = element("path", { d: path(geoGraticule10()) ?? "", class: "graticule" });
  return element("g", { "aria-hidden": "true" }, lines, ...shapes);
}

/** A place: the more events, the larger its area. */
function circle(on: GeoProjection, spot: Spot, r: number): SVGElement {
  const [x, y] = on(point(spot))!;
  const events = spot.events === 1 ? "1 event" : `${spot.events} events`;
  const drawn = [element("circle", { class: "shape", cx: px(x), cy: px(y), r: px(r) })];
  if (r > COUNTED) drawn.push(text(px(x), px(y) + 4, String(spot.events), { "text-anchor": "middle", class: "count" }));
  return link(spot.address, `${spot.place}: ${events}`, { class: "spot mark", tabindex: -1, "data-row": 0 }, ...drawn);
}

function radius(events: number, most: number): number {
  return Math.max(SMALLEST, Math.min(BIGGEST, 4 * Math.sqrt(most)) * Math.sqrt(events / most));
}

function point(spot: Spot): Point {
  return [spot.longitude!, spot.latitude!];
}

loadAll("map", load);
