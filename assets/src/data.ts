/** The data that the pages fetch beside themselves, as src/dragoman/web/chart.py and places.py give them. */

/** An event: id, kind, status, date, last date, day near which an undated one was told, sources, what it is. */
export type Mark = [string, string, string, string | null, string | null, string | null, number, string];

/** What is due: event, whether overdue, first and last day, what it is. */
export type Due = [string, boolean, string, string, string];

/** By what topics are counted. */
export type Step = "month" | "quarter" | "year";

export interface Topics {
  by: Step;
  begins: string[];
  rows: [string, string, number[]][];
}

export interface Chart {
  pair: string;
  total: number;
  first: string | null;
  last: string | null;
  kinds: Record<string, string>;
  statuses: Record<string, string>;
  marks: Mark[];
  levels: Mark[];
  due: Due[];
  topics: Topics;
}

export interface Spot {
  place: string;
  events: number;
  latitude: number | null;
  longitude: number | null;
  address: string;
}

export interface Places {
  states: string[];
  places: Spot[];
}

/** What lies at an address of this server. */
export async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return (await answer.json()) as T;
}
