/** How an event is drawn: its form tells how exactly its days are known, its filling whether it took place. */

import type { Mark } from "./data.ts";
import { begin, end, exact, told } from "./dates.ts";
import { onAxis, type Sheet } from "./sheet.ts";
import { element, px } from "./svg.ts";

/** Pixels from one row of a lane to the next. */
export const PITCH = 10;

const HALF = 4;
const AHEAD = ["planned", "proposed"];

export type Form = "day" | "days" | "vague" | "undated";

/** A mark where it is to be drawn. */
export interface Placed {
  id: string;
  kind: string;
  form: Form;
  look: "done" | "ahead" | "off" | "late";
  x0: number;
  x1: number;
  size: number;
  said: string;
}

/** Where on the sheet an event is drawn, and what is said of it. */
export function placed(on: Sheet, mark: Mark, statuses: Record<string, string>): Placed | null {
  const [id, kind, status, date, last, about, sources, what] = mark;
  const from = date ?? about!;
  if (!onAxis(on, from) && !(last && onAxis(on, last))) return null;
  const form = !date ? "undated" : !exact(date) ? "vague" : last && last !== date ? "days" : "day";
  const [x0, x1] = extent(on, from, last, form);
  const when = date ? told(date, last) : `told of ${told(from)}, day not given`;
  const by = sources > 1 ? `, ${sources} sources` : "";
  const how = status === "done" ? "" : `, ${statuses[status] ?? status}`;
  const look = AHEAD.includes(status) ? "ahead" : status === "cancelled" ? "off" : "done";
  return { id, kind, form, look, x0, x1, size: sized(sources), said: `${what}: ${when}${how}${by}` };
}

/** The form alone, around a middle. */
export function shape(form: Form, look: Placed["look"], x0: number, x1: number, y: number, size: number): SVGElement {
  const middle = px((x0 + x1) / 2);
  const name = { class: "shape" };
  if (look === "off") return element("path", { ...name, d: cross(middle, y, size) });
  if (form === "undated") return element("path", { ...name, d: diamond(middle, y, size + 1) });
  if (form === "day") return element("circle", { ...name, cx: middle, cy: y, r: size });
  const height = form === "days" ? 2 * HALF - 1 : 2 * HALF - 2;
  const corner = form === "days" ? 2 : 0;
  return element("rect", { ...name, x: px(x0), y: y - height / 2, width: px(x1 - x0), height, rx: corner });
}

function extent(on: Sheet, from: string, last: string | null, form: Form): [number, number] {
  const [x0, x1] = [on.x(begin(from)), on.x(end(form === "undated" ? from : (last ?? from)))];
  const least = form === "days" || form === "vague" ? 2 * HALF : 0;
  if (x1 - x0 >= least && least) return [x0, x1];
  const middle = (x0 + x1) / 2;
  return [middle - HALF, middle + HALF];
}

/** What many tell is a little bigger. */
function sized(sources: number): number {
  return px(Math.min(3.1 + Math.log2(sources) * 0.4, 4.5));
}

function cross(x: number, y: number, size: number): string {
  const arm = px(size * 0.9);
  return `M${x - arm},${y - arm}l${2 * arm},${2 * arm}m0,${-2 * arm}l${-2 * arm},${2 * arm}`;
}

function diamond(x: number, y: number, size: number): string {
  return `M${x},${y - size}l${size},${size}l${-size},${size}l${-size},${-size}z`;
}
