"use strict";
// The search of a site. The index is in scripts that are loaded when a word needs them: a page in a folder may load nothing else.
const shelves = {};
const waiting = {};
const indexed = (name, data) => {
  shelves[name] = data;
  for (const go of waiting[name] || []) go();
};
(() => {
  const box = document.getElementById("words"), list = document.getElementById("found"), said = document.getElementById("said");
  const signs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[\p{L}\p{N}])+/gu;
  const most = 300;

  const load = (name) => new Promise((go) => {
    if (name in shelves) return go();
    if (waiting[name]) return waiting[name].push(go);
    waiting[name] = [go];
    const script = document.createElement("script");
    script.src = "search/" + name + ".js";
    // no telegram has a word that begins so
    script.onerror = () => indexed(name, {});
    document.head.append(script);
  });
  const shelf = (word) => {
    const code = word.codePointAt(0);
    return code > 127 ? "u" + (code >> 8).toString(16) : word[0];
  };
  const having = (start) => {
    const found = new Set();
    for (const [word, steps] of Object.entries(shelves[shelf(start)])) {
      if (!word.startsWith(start)) continue;
      let at = 0;
      for (const step of steps.split(" ")) found.add(at += Number(step));
    }
    return found;
  };
  const made = (name, text, className) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const row = ([address, day, title, more]) => {
    const item = document.createElement("li"), told = document.createElement("span"), link = made("a", title);
    link.href = address;
    link.dir = "auto";
    told.append(link, document.createElement("br"), made("span", more, "faint"));
    item.append(made("span", day, "when"), told);
    return item;
  };
  const find = async () => {
    const asked = box.value;
    history.replaceState(null, "", "#" + encodeURIComponent(asked));
    const starts = asked.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(signs) || [];
    await Promise.all(["telegrams", ...starts.map(shelf)].map(load));
    if (asked !== box.value) return;
    const sets = starts.map(having);
    const found = sets.length ? [...sets[0]].filter((i) => sets.every((set) => set.has(i))).sort((a, b) => a - b) : [];
    list.replaceChildren(...found.slice(0, most).map((i) => row(shelves.telegrams[i])));
    const count = found.length + (found.length === 1 ? " telegram" : " telegrams") + (found.length > most ? "; the first " + most + " are shown" : "");
    said.textContent = starts.length ? count : "";
  };
  box.addEventListener("input", find);
  box.form.addEventListener("submit", (event) => event.preventDefault());
  box.value = decodeURIComponent(location.hash.slice(1));
  box.focus();
  if (box.value) find();
})();
