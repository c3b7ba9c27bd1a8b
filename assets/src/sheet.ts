/** The sheet that a chart is drawn on: one axis of days for all its lanes, a gutter for their names, what is asked for. */

import { scaleUtc, type ScaleTime } from "d3-scale";
import { utcYear } from "d3-time";

import type { Chart } from "./data.ts";
import { begin, end } from "./dates.ts";

const LETTER = 6.4;
const GUTTER = [110, 210] as const;
const NARROW = 620;
const MARGIN = 8;

export interface Sheet {
  x: ScaleTime<number, number>;
  width: number;
  /** Where lanes begin; their names stand left of it, or above where there is no room. */
  left: number;
  right: number;
  narrow: boolean;
  /** The pair's page with the filters of this view, some changed. */
  address(changed: Record<string, string>): string;
}

/** A sheet of a width for what is to be drawn. */
export function sheet(chart: Chart, width: number, path: string, asked: URLSearchParams): Sheet {
  const narrow = width < NARROW;
  const left = narrow ? MARGIN : gutter(chart);
  const right = width - MARGIN;
  const days = [begin(chart.first!), end(chart.last!)] as const;
  const whole = days[1].getTime() - days[0].getTime() > 2 * 366 * 86_400_000;
  const domain = whole ? [utcYear.floor(days[0]), utcYear.ceil(days[1])] : days;
  return {
    x: scaleUtc().domain(domain).range([left, right]).clamp(true),
    width,
    left,
    right,
    narrow,
    address: (changed) => {
      const kept = new URLSearchParams(asked);
      for (const [key, value] of Object.entries(changed)) kept.set(key, value);
      return `${path}?${kept}`;
    },
  };
}

/** Room for the longest name. */
function gutter(chart: Chart): number {
  const kinds = new Set(chart.marks.map((mark) => chart.kinds[mark[1]] ?? ""));
  const names = [...kinds, ...chart.levels.map((mark) => mark[7]), ...chart.topics.rows.map((row) => row[1])];
  const longest = Math.max(...names.map((name) => name.length));
  return Math.min(Math.max(longest * LETTER + 2 * MARGIN, GUTTER[0]), GUTTER[1]);
}

/** Whether a date lies on the axis; a few far ones do not. */
export function onAxis(on: Sheet, date: string): boolean {
  const [first, last] = on.x.domain() as [Date, Date];
  return end(date) > first && begin(date) < last;
}
