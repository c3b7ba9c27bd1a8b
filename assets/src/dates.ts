/** Dates as fine as told: `2023-04-10`, `2023-04`, `2023`. */

import type { Step } from "./data.ts";

const OPTIONS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: "numeric" },
  7: { month: "long", year: "numeric" },
  10: { day: "numeric", month: "long", year: "numeric" },
};

/** Days are those of UTC, so that no time zone moves one. */
function formatter(length: number): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", { ...(OPTIONS[length] ?? OPTIONS[10]), timeZone: "UTC" });
}

/** The midnight at which a date begins. */
export function begin(date: string): Date {
  const [year, month, day] = date.split("-").map(Number);
  return new Date(Date.UTC(year!, (month ?? 1) - 1, day ?? 1));
}

/** The midnight at which a date is over. */
export function end(date: string): Date {
  const [year, month, day] = date.split("-").map(Number);
  if (day) return new Date(Date.UTC(year!, month! - 1, day + 1));
  return month ? new Date(Date.UTC(year!, month, 1)) : new Date(Date.UTC(year! + 1, 0, 1));
}

/** Whether it tells the day. */
export function exact(date: string): boolean {
  return date.length === 10;
}

/** `10–12 April 2023`, `April 2023`, `2023`. */
export function told(date: string, last: string | null = null): string {
  const format = formatter(Math.min(date.length, last?.length ?? 10));
  if (!last || last === date) return format.format(begin(date));
  return format.formatRange(begin(date), begin(last)).replace(/^(\d+)\s–\s(\d+)/u, "$1–$2");
}

/** The month, quarter or year that begins with a month, in words, and as the period that an address asks for. */
export function period(start: string, by: Step): { said: string; since: string; until: string } {
  const [year, month] = start.split("-").map(Number) as [number, number];
  if (by === "year") return { said: String(year), since: String(year), until: String(year) };
  const last = by === "month" ? start : `${year}-${String(month + 2).padStart(2, "0")}`;
  return { said: told(start, last), since: start, until: last };
}
