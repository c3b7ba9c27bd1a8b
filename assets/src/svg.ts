/** Elements of a drawing. Attributes only: the pages allow no styles but those of their sheet. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number>;

/** An element of SVG with attributes, and what is in it. */
export function element(name: string, attributes: Attributes = {}, ...inside: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

/** Text at a place. */
export function text(x: number, y: number, said: string, attributes: Attributes = {}): SVGElement {
  return element("text", { x, y, ...attributes }, said);
}

/** A link around what it is drawn as, with a title that says where it leads. */
export function link(href: string, title: string, attributes: Attributes, ...drawn: Node[]): SVGElement {
  return element("a", { href, "aria-label": title, ...attributes }, element("title", {}, title), ...drawn);
}

/** A drawing as wide as its place; it shrinks with the paper when printed. */
export function drawing(width: number, height: number, label: string): SVGElement {
  return element("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "group",
    "aria-label": label,
  });
}

/** A number of pixels as SVG needs it. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
