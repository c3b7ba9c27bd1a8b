/** What moves without a whole page being loaded anew: htmx, and the little that the pages ask of it beyond attributes. */

import htmx from "htmx.org";

interface Asked {
  ctx: { request: { method: string; body: FormData } };
}

/** Fields left empty ask for nothing, and stay out of the address. */
function dropEmptyFields(event: Event): void {
  const { request } = (event as CustomEvent<Asked>).detail.ctx;
  if (request.method !== "GET") return;
  const empty = [...request.body.entries()].filter(([, value]) => value === "");
  for (const [name] of empty) request.body.delete(name);
}

/** A request that got no answer says so where the answer would have stood. */
function sayUnanswered(event: Event): void {
  const { ctx } = (event as CustomEvent<{ ctx?: { target?: Element } }>).detail;
  const note = document.createElement("p");
  note.className = "note unanswered";
  note.setAttribute("role", "alert");
  note.textContent = "The server does not answer: see whether it still runs, then try again.";
  ctx?.target?.querySelector(".unanswered")?.remove();
  ctx?.target?.prepend(note);
}

document.addEventListener("htmx:config:request", dropEmptyFields);
document.addEventListener("htmx:error", sayUnanswered);
htmx.config.defaultTimeout = 30_000;
