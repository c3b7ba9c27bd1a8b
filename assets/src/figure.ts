/** Figures that a script draws: found by the address of their data, drawn again when the view or the width changes. */

const LEAST = 300;

/** Draw what `data-NAME` of figures tells, now and after a part of the page was changed. */
export function loadAll(name: string, load: (figure: HTMLElement, address: string) => Promise<void>): void {
  const find = (): void => {
    for (const figure of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) void tried(figure, name, load);
  };
  document.addEventListener("htmx:after:swap", find);
  find();
}

/** Draw now, and whenever the width is another. */
export function follow(figure: HTMLElement, redraw: (width: number) => void): void {
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.max(Math.floor(figure.clientWidth), LEAST);
    if (width !== drawn) redraw((drawn = width));
  }).observe(figure);
}

/** An element of the page. */
export function made(name: string, className: string, said = ""): HTMLElement {
  const out = document.createElement(name);
  out.className = className;
  out.textContent = said;
  return out;
}

async function tried(
  figure: HTMLElement,
  name: string,
  load: (figure: HTMLElement, address: string) => Promise<void>,
): Promise<void> {
  const address = figure.dataset[name]!;
  delete figure.dataset[name];
  try {
    await load(figure, address);
  } catch {
    figure.replaceChildren(made("p", "note", "This could not be drawn: load the page again."));
  }
  figure.hidden = false;
}
