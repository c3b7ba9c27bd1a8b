/** The whole chart of a pair: levels, a lane for each kind, what is due, topics, over one axis. */

import { AXIS, axis } from "./axis.ts";
import type { Chart, Due } from "./data.ts";
import { begin, end, told } from "./dates.ts";
import { drawn, type Lane } from "./lanes.ts";
import { levels } from "./levels.ts";
import { placed, type Placed } from "./marks.ts";
import { onAxis, type Sheet } from "./sheet.ts";
import { drawing, element, text } from "./svg.ts";
import { topics } from "./topics.ts";

const ORDER = [
  ...["visit", "meeting", "body", "message", "document", "statement"],
  ...["exchange", "accreditation", "action", "relation", "report"],
];
const HEADING = 24;

/** The drawing, as an element of SVG. */
export function picture(on: Sheet, chart: Chart): SVGElement {
  let top = AXIS;
  const parts: SVGElement[] = [];
  let row = 1;
  const add = (made: SVGElement[], bottom: number): void => {
    parts.push(...made);
    top = bottom;
    row += made.length;
  };
  add(...levels(on, chart.levels, chart.statuses, top, row));
  for (const lane of lanes(on, chart)) {
    const [group, bottom] = drawn(on, lane, top, row);
    add([group], bottom);
  }
  if (chart.topics.rows.length && chart.topics.begins.length > 1) {
    const title = `topics by ${chart.topics.by}, by number of events`;
    parts.push(text(on.left, top + HEADING - 8, title, { class: "heading" }));
    add(...topics(on, chart.topics, top + HEADING, row));
  }
  const svg = drawing(on.width, top + 2, "Events over time; arrow keys go from one to the next");
  svg.append(axis(on, top), ...parts);
  return svg;
}

/** What lies too far off to be drawn: said in words instead. */
export function apart(on: Sheet, chart: Chart): Placed[] {
  const wide = { ...on, x: on.x.copy().domain([new Date(-8.64e14), new Date(8.64e14)]) };
  const marks = chart.marks.filter((mark) => !placed(on, mark, chart.statuses));
  const due = chart.due.filter(([, , first]) => !onAxis(on, first));
  return [
    ...marks.flatMap((mark) => placed(wide, mark, chart.statuses) ?? []),
    ...due.map((row) => dueMark(wide, row)),
  ];
}

function lanes(on: Sheet, chart: Chart): Lane[] {
  const levelled = new Set(chart.levels.map(([id]) => id));
  const byKind = new Map<string, Placed[]>();
  for (const mark of chart.marks) {
    const place = levelled.has(mark[0]) ? null : placed(on, mark, chart.statuses);
    if (place) byKind.set(place.kind, [...(byKind.get(place.kind) ?? []), place]);
  }
  const out = ORDER.filter((kind) => byKind.has(kind)).map((kind) => ({
    name: chart.kinds[kind] ?? kind,
    address: on.address({ kind }),
    kind,
    marks: byKind.get(kind)!,
  }));
  const due = chart.due.filter(([, , first]) => onAxis(on, first)).map((row) => dueMark(on, row));
  return due.length ? [...out, { name: "still due", address: null, kind: "due", marks: due }] : out;
}

function dueMark(on: Sheet, [id, overdue, first, last, what]: Due): Placed {
  const [x0, x1] = [on.x(begin(first)), on.x(end(last))];
  const form = first === last ? "day" : "vague";
  const said = `${what}: ${overdue ? "overdue since" : "due"} ${told(last)}`;
  return { id, kind: "due", form, look: overdue ? "late" : "ahead", x0, x1: Math.max(x1, x0 + 7), size: 3.6, said };
}

/** Elements of the key to the forms. */
export function swatch(...drawn: SVGElement[]): SVGElement {
  return element("svg", { width: 26, height: 12, viewBox: "0 0 26 12", "aria-hidden": "true" }, ...drawn);
}
