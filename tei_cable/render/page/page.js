"use strict";
// Escape, or a card's "Close", leads back from a note or a card to the place in the text that one came from. Nothing else needs a script.
(() => {
  let from = null;
  const back = () => {
    const link = from;
    from = null;
    location.replace("#" + (link.id || link.parentNode.id));
    link.focus();
  };
  addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.closest("article") && (link.hash.startsWith("#e-") || link.getAttribute("role") === "doc-noteref")) from = link;
    else if (from && link.className === "close") {
      event.preventDefault();
      back();
    }
  });
  addEventListener("keydown", (event) => {
    if (from && event.key === "Escape") back();
  });
})();
