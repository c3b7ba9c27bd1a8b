/** Going through a drawing: what a mark is, in words; the arrow keys lead from one to the next. */

type Link = SVGAElement;

/** Let keys and pointer go through the links of a drawing, each told in a line of text. */
export function readable(svg: SVGElement, line: HTMLElement): void {
  const links = [...svg.querySelectorAll<Link>("a")];
  const idle = line.textContent ?? "";
  const first = links.find((link) => link.classList.contains("mark")) ?? links[0];
  first?.setAttribute("tabindex", "0");
  const tell = (event: Event): void => {
    const link = (event.target as Element).closest("a");
    if (link) line.textContent = link.getAttribute("aria-label");
  };
  const rest = (): void => void (line.textContent = idle);
  svg.setAttribute("tabindex", "-1"); // as it listens to focus, some browsers would stop at it on the way to its links
  svg.addEventListener("pointerover", tell);
  svg.addEventListener("focusin", tell);
  svg.addEventListener("pointerleave", rest);
  svg.addEventListener("focusout", rest);
  svg.addEventListener("keydown", (event) => step(event, links));
}

function step(event: KeyboardEvent, links: Link[]): void {
  const here = (event.target as Element).closest<Link>("a");
  const next = here && to(event.key, here, links);
  if (!here || !next) return;
  event.preventDefault();
  here.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** The next link in the row, or the nearest in the row above or below. */
function to(key: string, here: Link, links: Link[]): Link | undefined {
  const row = Number(here.dataset.row);
  const beside = inRow(links, row);
  const at = beside.indexOf(here);
  switch (key) {
    case "ArrowRight":
      return beside[at + 1];
    case "ArrowLeft":
      return beside[at - 1];
    case "Home":
      return beside[0];
    case "End":
      return beside.at(-1);
    case "ArrowDown":
      return nearest(here, nextRow(links, row, 1));
    case "ArrowUp":
      return nearest(here, nextRow(links, row, -1));
  }
  return undefined;
}

function inRow(links: Link[], row: number): Link[] {
  return links.filter((link) => Number(link.dataset.row) === row).sort((a, b) => middle(a) - middle(b));
}

function nextRow(links: Link[], row: number, way: 1 | -1): Link[] {
  const rows = links.map((link) => Number(link.dataset.row)).filter((other) => (other - row) * way > 0);
  return rows.length ? inRow(links, way > 0 ? Math.min(...rows) : Math.max(...rows)) : [];
}

function nearest(here: Link, links: Link[]): Link | undefined {
  const from = middle(here);
  const far = (link: Link): number => Math.abs(middle(link) - from);
  return links.reduce<Link | undefined>((best, link) => (best && far(best) <= far(link) ? best : link), undefined);
}

function middle(link: Link): number {
  const box = link.getBoundingClientRect();
  return box.left + box.width / 2;
}
