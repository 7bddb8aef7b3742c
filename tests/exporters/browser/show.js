// Shows a telegram with CETEIcean in the window in which this runs, and says what a reader sees: its words, the links at the places of notes with
// what they lead to, and the notes with their numbers.
window.show = (tei) => {
  const words = (node) => {
    if (node.nodeType === 3) return node.data;
    const hidden = node.nodeType !== 1 || node.hidden || node.localName === "tei-teiheader";
    return hidden ? "" : [...node.childNodes].map(words).join("");
  };
  document.body.replaceChildren(new CETEI().makeHTML5(tei));
  const items = [...document.querySelectorAll('tei-div[type="notes"] > tei-list > tei-item')];
  const links = [...document.querySelectorAll('tei-ref[type="note"] a')];
  return {
    text: [...document.querySelector("tei-text").childNodes].map(words).join(""),
    links: links.map((a) => [words(a), document.getElementById(a.hash.slice(1))?.previousElementSibling.textContent]),
    notes: items.map((item) => [words(item.previousElementSibling), words(item)]),
  };
};
