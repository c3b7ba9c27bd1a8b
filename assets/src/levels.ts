/** The level of relations over time: each from when it was first to when it was last told, with the events that tell it. */

import type { Mark } from "./data.ts";
import { drawn, type Lane } from "./lanes.ts";
import { placed } from "./marks.ts";
import type { Sheet } from "./sheet.ts";
import { element, px } from "./svg.ts";

const LINE = 10.5;

/** A lane for each level that is told on this sheet. */
export function levels(
  on: Sheet,
  marks: Mark[],
  statuses: Record<string, string>,
  top: number,
  firstRow: number,
): [SVGElement[], number] {
  const lanes = grouped(on, marks, statuses);
  const out: SVGElement[] = [];
  for (const [at, lane] of lanes.entries()) {
    const [group, bottom] = drawn(on, lane, top, firstRow + at);
    group.prepend(stretch(on, lane, top));
    out.push(group);
    top = bottom;
  }
  return [out, top];
}

/** The line from the first to the last that tells it: nothing is said of before and after. */
function stretch(on: Sheet, lane: Lane, top: number): SVGElement {
  const middles = lane.marks.map((mark) => px((mark.x0 + mark.x1) / 2));
  const y = top + LINE + (on.narrow ? 13 : 0);
  return element("line", { class: "held", x1: Math.min(...middles), x2: Math.max(...middles), y1: y, y2: y });
}

function grouped(on: Sheet, marks: Mark[], statuses: Record<string, string>): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const mark of marks) {
    const place = placed(on, mark, statuses);
    const name = mark[7].split(", ")[0]!;
    if (!place) continue;
    const lane = lanes.get(name) ?? { name, address: null, kind: "relation", marks: [] };
    lane.marks.push(place);
    lanes.set(name, lane);
  }
  return [...lanes.values()];
}
