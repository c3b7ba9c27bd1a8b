"use strict";
// The filters hide cards and dispatches by style. Here dispatches go whose cards are all hidden, passages lose their
// colour whose cards are, and what is left is counted. What a filter leaves is told from the data, as the style tells it:
// to ask for the style of thousands of cards takes seconds.
(() => {
  const filters = document.querySelector(".filters"), differ = document.getElementById("differ");
  const parts = [...document.querySelectorAll("article")].map(article => ({
    article, cards: [...article.querySelectorAll(".records > li")], passages: [...article.querySelectorAll(".text a[data-r]")],
  }));
  const all = parts.reduce((sum, part) => sum + part.cards.length, 0);
  const among = (value, list) => !value || list.split(" ").includes(value);

  const sift = () => {
    const kind = document.getElementById("kind").value, slot = document.getElementById("slots").value;
    const left = card => !(differ.checked && card.className === "same") && among(kind, card.dataset.kind) && among(slot, card.dataset.slots);
    let records = 0, open = 0;
    parts.forEach(({ article, cards, passages }) => {
      const stay = cards.filter(left), numbers = new Set(stay.flatMap(card => card.dataset.r.split(" ")));
      article.hidden = !stay.length && (differ.checked || Boolean(kind) || Boolean(slot));
      records += stay.length;
      open += article.hidden ? 0 : 1;
      passages.forEach(passage => passage.classList.toggle("off", !passage.dataset.r.split(" ").some(number => numbers.has(number))));
    });
    filters.querySelector("output").textContent = `shows ${records} of ${all} facts, in ${open} of ${parts.length} dispatches`;
  };
  filters.addEventListener("change", sift);
  sift();
})();
