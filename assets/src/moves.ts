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

interface Swapping {
  ctx: { response: { raw: Response } };
  tasks: { type: string; fragment: DocumentFragment }[];
}

/** An answer that lacks the part that was asked for is another page, such as that to sign in: go there. */
function goWhereAnswered(event: Event): void {
  const { ctx, tasks } = (event as CustomEvent<Swapping>).detail;
  const main = tasks.find((task) => task.type === "main");
  if (!main || main.fragment.childElementCount) return;
  event.preventDefault();
  location.assign(ctx.response.raw.url);
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
document.addEventListener("htmx:before:swap", goWhereAnswered);
document.addEventListener("htmx:error", sayUnanswered);
htmx.config.defaultTimeout = 30_000;
