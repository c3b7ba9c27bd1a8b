/** Draws the chart of a pair where its page has a place for it, again when the view or the width changes. */

import { fetched, type Chart } from "./data.ts";
import { follow, loadAll, made } from "./figure.ts";
import { shape, type Form, type Placed } from "./marks.ts";
import { apart, picture, swatch } from "./picture.ts";
import { readable } from "./reading.ts";
import { sheet, type Sheet } from "./sheet.ts";

const APART = 6;
const KEY: [Form, Placed["look"], string][] = [
  ["day", "done", "a day"],
  ["days", "done", "several days"],
  ["vague", "done", "month or year alone"],
  ["undated", "done", "day of the report"],
  ["day", "ahead", "planned"],
  ["day", "off", "called off"],
];

async function load(figure: HTMLElement, address: string): Promise<void> {
  const chart = await fetched<Chart>(address);
  const asked = new URLSearchParams(address.split("?")[1] ?? "");
  follow(figure, (width) => draw(figure, chart, sheet(chart, width, figure.dataset.path!, asked)));
}

function draw(figure: HTMLElement, chart: Chart, on: Sheet): void {
  const line = made("p", "readout", summary(chart));
  const svg = picture(on, chart);
  readable(svg, line);
  figure.replaceChildren(line, svg, key(), ...far(on, chart));
}

/** How much is drawn, and what is not. */
function summary(chart: Chart): string {
  const [drawn, total] = [chart.marks.length.toLocaleString("en"), chart.total.toLocaleString("en")];
  if (chart.marks.length === chart.total) return chart.total === 1 ? "1 event" : `${total} events`;
  return `Drawn are the ${drawn} events that most dispatches tell, of ${total}: narrow the view to see the others.`;
}

function key(): HTMLElement {
  const entries = KEY.map(([form, look, said]) => {
    const entry = made("span", `mark f-${form} l-${look}`);
    const wide = form === "vague" || form === "days";
    entry.append(swatch(shape(form, look, wide ? 3 : 13, wide ? 23 : 13, 6, 3.4)), said);
    return entry;
  });
  const out = made("figcaption", "key");
  out.append(...entries);
  return out;
}

/** Events too far off for the axis, as links. */
function far(on: Sheet, chart: Chart): HTMLElement[] {
  const found = apart(on, chart);
  if (!found.length) return [];
  const out = made("p", "apart", "Beyond the axis: ");
  for (const [at, mark] of found.slice(0, APART).entries()) {
    const link = document.createElement("a");
    link.href = `/events/${mark.id}`;
    link.textContent = mark.said;
    out.append(at ? "; " : "", link);
  }
  if (found.length > APART) out.append(`; and ${found.length - APART} more, in the list`);
  return [out];
}

loadAll("chart", load);
