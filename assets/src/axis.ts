/** The axis of days: years, months or days, each a link to that period alone. */

import { utcDay, utcMonth, utcYear } from "d3-time";

import type { Sheet } from "./sheet.ts";
import { element, link, px, text } from "./svg.ts";

const APART = 52;
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** Height that the axis takes. */
export const AXIS = 22;

/** Lines down the whole chart, named above it. */
export function axis(on: Sheet, height: number): SVGElement {
  const ticks = on.x.ticks(Math.max(2, Math.floor((on.right - on.left) / APART)));
  const step = ticks.length > 1 ? ticks[1]!.getTime() - ticks[0]!.getTime() : 0;
  const lines = ticks.map((tick) => {
    const x = px(on.x(tick));
    const heavy = utcYear.floor(tick).getTime() === tick.getTime();
    return element("line", { class: heavy ? "grid heavy" : "grid", x1: x, x2: x, y1: AXIS - 14, y2: height });
  });
  const named = ticks.filter((tick) => on.x(tick) < on.right - 24);
  return element("g", { class: "axis" }, ...lines, ...named.map((tick) => label(on, tick, step)));
}

function label(on: Sheet, tick: Date, step: number): SVGElement {
  const [said, since, until] = period(tick, step);
  const shown = text(px(on.x(tick) + 3), AXIS - 6, said, {});
  return link(on.address({ since, until }), `${said}: only ${spoken(since, until)}`, { tabindex: -1, "data-row": 0 }, shown);
}

function spoken(since: string, until: string): string {
  return since === until ? since : `${since} to ${until}`;
}

/** What a tick is called, and the period from it to the next. */
function period(tick: Date, step: number): [string, string, string] {
  const iso = tick.toISOString();
  const year = iso.slice(0, 4);
  const last = new Date(tick.getTime() + step - 1).toISOString();
  if (step >= 360 * 86_400_000) return [year, year, utcYear.offset(tick, Math.round(step / 31_557_600_000) - 1).toISOString().slice(0, 4)];
  const atYear = utcYear.floor(tick).getTime() === tick.getTime();
  if (step >= 28 * 86_400_000) {
    const months = Math.round(step / 2_629_800_000);
    return [atYear ? year : MONTH.format(tick), iso.slice(0, 7), utcMonth.offset(tick, months - 1).toISOString().slice(0, 7)];
  }
  const said = `${tick.getUTCDate()} ${MONTH.format(tick)}`;
  return [said, iso.slice(0, 10), step ? last.slice(0, 10) : utcDay.offset(tick, 1).toISOString().slice(0, 10)];
}
