/** Topics over time: a bar for each quarter or year, along the axis of the events. */

import type { Topics } from "./data.ts";
import { begin, end, period } from "./dates.ts";
import { named, ruled } from "./lanes.ts";
import type { Sheet } from "./sheet.ts";
import { element, link, px } from "./svg.ts";

const TALL = 16;
const GAP = 1.5;
const LABEL = 12;

/** A row of bars for each topic, and the height at which they end. */
export function topics(on: Sheet, told: Topics, top: number, firstRow: number): [SVGElement[], number] {
  const most = Math.max(1, ...told.rows.flatMap(([, , counts]) => counts));
  const height = TALL + (on.narrow ? LABEL : 0) + 4;
  const rows = told.rows.map(([topic, title, counts], at) => {
    const base = top + (at + 1) * height;
    const bars = counts.flatMap((count, number) =>
      count ? [bar(on, told, topic, title, number, count, base, firstRow + at, (TALL / most) * count)] : [],
    );
    const name = named(on, { name: title, address: on.address({ topic }) }, base - height, firstRow + at);
    return element("g", { class: "topic" }, ruled(on, base), name, ...bars);
  });
  return [rows, top + told.rows.length * height];
}

function bar(
  on: Sheet,
  told: Topics,
  topic: string,
  title: string,
  number: number,
  count: number,
  base: number,
  row: number,
  tall: number,
): SVGElement {
  const { said, since, until } = period(told.begins[number]!, told.by);
  const [x0, x1] = [on.x(begin(since)), on.x(end(until))];
  const events = count === 1 ? "1 event" : `${count} events`;
  const box = { x: px(x0 + GAP / 2), width: px(Math.max(x1 - x0 - GAP, 1)), y: px(base - tall), height: px(tall) };
  const drawing = element("rect", { class: "shape", ...box });
  const address = on.address({ topic, since, until });
  return link(address, `${title}, ${said}: ${events}`, { class: "bar", tabindex: -1, "data-row": row }, drawing);
}
