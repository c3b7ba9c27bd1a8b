/** Lanes: marks of one kind in as few rows as they need, with the kind's name. */

import { PITCH, shape, type Placed } from "./marks.ts";
import type { Sheet } from "./sheet.ts";
import { element, link, px, text } from "./svg.ts";

const ROWS = 9;
const GAP = 1;
const LABEL = 13;
const PADDING = 5;

export interface Lane {
  /** What it is called, and the address that shows it alone, if there is one. */
  name: string;
  address: string | null;
  kind: string;
  marks: Placed[];
}

/** The lane at a height, and the height at which the next begins. */
export function drawn(on: Sheet, lane: Lane, top: number, row: number): [SVGElement, number] {
  const rows = packed(lane.marks);
  const above = on.narrow ? LABEL : 0;
  const first = top + PADDING + above + PITCH / 2;
  const links = lane.marks.map((mark, at) => marked(mark, first + rows[at]! * PITCH, row));
  const bottom = top + 2 * PADDING + above + (Math.max(...rows, 0) + 1) * PITCH;
  const group = element("g", { class: `lane k-${lane.kind}` }, ruled(on, bottom), named(on, lane, top, row), ...links);
  return [group, bottom];
}

/** The name of a lane, before it or, where there is little room, above. */
export function named(on: Sheet, lane: Pick<Lane, "name" | "address">, top: number, row: number): SVGElement {
  const place = on.narrow ? { x: on.left, y: top + LABEL } : { x: on.left - 10, y: top + PADDING + PITCH / 2 + 4 };
  const label = text(place.x, place.y, lane.name, { class: "label", "text-anchor": on.narrow ? "start" : "end" });
  if (!lane.address) return label;
  return link(lane.address, `only ${lane.name}`, { tabindex: -1, "data-row": row, class: "only" }, label);
}

/** The line below a lane. */
export function ruled(on: Sheet, y: number): SVGElement {
  return element("line", { class: "rule", x1: on.narrow ? on.left : 0, x2: on.right, y1: y, y2: y });
}

function marked(mark: Placed, y: number, row: number): SVGElement {
  const drawing = shape(mark.form, mark.look, mark.x0, mark.x1, px(y), mark.size);
  const name = `mark f-${mark.form} l-${mark.look}`;
  return link(`/events/${mark.id}`, mark.said, { class: name, tabindex: -1, "data-row": row }, drawing);
}

/** The row of each mark: the first in which it touches none before it; of too many, that which ends first. */
function packed(marks: Placed[]): number[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    let row = ends.findIndex((end) => end + GAP <= mark.x0);
    if (row < 0) row = ends.length < ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = Math.max(mark.x1, ends[row] ?? 0);
    return row;
  });
}
