"use strict";
// Evidence (".text a") and record cards (".records > li") carry the numbers of their records in data-r.
// What is pointed at or focused is lit; a click keeps it lit until Escape or the next click.
(() => {
  const PARTS = ".text a[data-r], .records > li";
  const numbers = part => part.dataset.r.split(" ");
  let pinned = null;

  const clear = () => {
    document.querySelectorAll(".lit").forEach(article => article.classList.remove("lit"));
    document.querySelectorAll(".on").forEach(part => part.classList.remove("on"));
    document.querySelectorAll(".text a[data-r]").forEach(part => part.style.removeProperty("--k"));
  };
  const light = part => {
    clear();
    if (!part) return;
    const article = part.closest("article"), wanted = new Set(numbers(part));
    article.classList.add("lit");
    article.querySelectorAll(PARTS).forEach(other => {
      if (!numbers(other).some(number => wanted.has(number)) || other.hidden) return;
      other.classList.add("on");
      if (part.matches("li") && other.matches("a")) other.style.setProperty("--k", `var(--${part.dataset.kind})`);
    });
  };
  const partner = part => {
    const article = part.closest("article"), wanted = new Set(numbers(part));
    const others = article.querySelectorAll(part.matches("li") ? ".text a[data-r]" : ".records > li:not([hidden])");
    return [...others].find(other => numbers(other).some(number => wanted.has(number)));
  };
  const show = element => element && element.scrollIntoView({ block: "nearest", behavior: "smooth" });
  const keep = (part, quote) => {
    pinned = pinned === part && !quote ? null : part;
    light(pinned);
    if (pinned) show(quote ? part.closest("article").querySelector(`.text a[data-at="${quote.dataset.at}"]`) : partner(part));
  };

  document.addEventListener("pointerover", event => { if (!pinned) light(event.target.closest(PARTS)); });
  document.addEventListener("focusin", event => {
    const part = event.target.closest(PARTS);
    if (part && !pinned) { light(part); if (event.target.matches(":focus-visible")) show(partner(part)); }
  });
  document.addEventListener("click", event => {
    const part = event.target.closest(PARTS);
    if (!part) { if (!event.target.closest(".top")) { pinned = null; clear(); } return; }
    event.preventDefault();
    keep(part, event.target.closest(".quote"));
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { pinned = null; clear(); }
    if (event.key === "Enter" && event.target.matches(".records > li")) keep(event.target);
  });

  // The legend: how many records of each kind there are; a click hides or shows the kind.
  const hidden = new Set();
  document.querySelectorAll(".legend button").forEach(button => {
    const kind = button.dataset.kind, cards = document.querySelectorAll(`.records > li[data-kind="${kind}"]`);
    button.style.setProperty("--k", `var(--${kind})`);
    button.querySelector("span").textContent = cards.length || "";
    button.disabled = cards.length === 0;
    button.addEventListener("click", () => {
      const off = !hidden.delete(kind);
      if (off) hidden.add(kind);
      button.setAttribute("aria-pressed", String(!off));
      cards.forEach(card => { card.hidden = off; });
      document.querySelectorAll("article").forEach(article => article.querySelectorAll(".text a[data-r]").forEach(part => {
        const shown = numbers(part).some(number => !article.querySelector(`.records > li[data-r~="${number}"]`).hidden);
        part.classList.toggle("off", !shown);
      }));
      pinned = null;
      clear();
    });
  });

  // Where there are several dispatches: a row of links to them.
  const articles = document.querySelectorAll("article"), nav = document.querySelector("nav");
  if (nav && articles.length > 1) {
    articles.forEach(article => {
      const link = document.createElement("a");
      link.href = `#${article.id}`;
      link.dir = "auto";
      link.textContent = article.querySelector("h2").textContent;
      nav.append(link);
    });
    nav.hidden = false;
  }
})();
