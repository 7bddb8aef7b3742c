"use strict";
// The desk: shows a doubt at its place in the telegram, and tells the server what is decided. Nothing counts as decided before the server says so.
(() => {
  const GONE = "The desk does not answer. What was decided is in the file of decisions; start the desk again and open its new address.";
  const at = (id) => document.getElementById(id);
  const el = (name, attrs, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  let decisions = [], now = -1, shown = null, busy = true, options = [], active = -1, asked = 0;
  // what was done here, the last at the end: doubts that were decided or skipped
  let steps = [];
  const skipped = new Set();

  const ask = async (path, body) => {
    const how = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
    let answer;
    try {
      answer = await fetch(path, how);
    } catch {
      throw new Error(GONE);
    }
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.error), { decision: told.decision });
    return told;
  };

  // one thing at a time; what goes wrong is said, and the doubt stays
  const alone = async (work) => {
    if (busy) return;
    busy = true;
    at("doubt").setAttribute("aria-busy", "true");
    at("error").textContent = "";
    try {
      await work();
    } catch (error) {
      at("error").textContent = error.message;
    }
    at("doubt").removeAttribute("aria-busy");
    busy = false;
  };

  const next = () => {
    const open = (n) => decisions[n] === "" ? !skipped.has(n) : false;
    const order = decisions.map((_, i) => (now + 1 + i) % decisions.length);
    let found = order.find(open);
    if (found === undefined) {
      skipped.clear();
      found = order.find(open);
    }
    return found;
  };

  const progress = () => {
    const done = decisions.filter((d) => d !== "").length;
    at("progress").max = Math.max(1, decisions.length);
    at("progress").value = done;
    at("said").textContent = `${done} of ${decisions.length} decided`;
  };

  const show = async (n) => {
    if (n === undefined) {
      finished();
      return;
    }
    shown = await ask(`doubt?n=${n}`);
    now = n;
    decisions[n] = shown.decision;
    panel();
    text();
    at("question").focus({ preventScroll: true });
  };

  const finished = () => {
    shown = null;
    progress();
    for (const id of ["where", "sentence", "value", "evidence", "decided", "alternatives", "text"]) at(id).replaceChildren();
    at("question").textContent = decisions.length ? "All is decided." : "Nothing is in doubt.";
    for (const id of ["accept", "reject", "none", "skip", "field"]) at(id).hidden = true;
    at("undo").disabled = !steps.length;
    at("question").focus();
  };

  // a long sentence is known but for its ends, which may be in the middle of a word
  const WIDE = 160;
  const opening = (words) => words.length < WIDE ? words : words.replace(/^\S*\s/, "… ");
  const closing = (words) => words.length < WIDE ? words : words.replace(/\s\S*$/, " …");

  const panel = () => {
    const { doubt, asked: may, decision } = shown;
    progress();
    at("where").textContent = `${doubt.telegram || doubt.file} · ${doubt.code}`;
    at("where").title = doubt.file;
    at("question").textContent = may.question;
    // a note stands between words, and its own are not of the sentence
    const note = doubt.kind === "footnote" ? doubt.before + doubt.after !== "" : false;
    at("sentence").replaceChildren(opening(doubt.before), el("b", {}, note ? `[${doubt.words.split(" ")[0]}]` : doubt.words), closing(doubt.after));
    const named = doubt.alternatives.find((a) => a.id === doubt.value);
    const value = named ? `${named.name} (${doubt.value})` : doubt.value;
    at("value").textContent = note ? `The note: ${doubt.words} …` : value ? `In the TEI: ${value}` : "";
    at("evidence").textContent = doubt.evidence;
    at("decided").textContent = decision ? `Decided: ${decision}` : "";
    at("alternatives").replaceChildren(...may.alternatives.map((a, i) => {
      const button = el("button", { type: "button", value: a.id }, ...(9 > i ? [el("kbd", {}, String(i + 1)), " "] : []), a.name || a.id);
      if (a.note) button.append(" ", el("small", {}, a.note));
      return el("li", {}, button);
    }));
    for (const id of ["accept", "reject", "none"]) at(id).hidden = !may.decisions.includes(id);
    at("skip").hidden = false;
    at("undo").disabled = !steps.length;
    at("field").hidden = !may.words;
    at("label").textContent = may.words;
    at("words").value = "";
    list([]);
  };

  const text = () => {
    const parts = shown.texts.map((part, i) => {
      const own = el("p", { class: part.kind, dir: "auto" });
      if (part.kind === "note" ? part.n : false) own.append(el("span", { class: "n" }, part.n), " ");
      const place = shown.place;
      if (place ? place.text === i : false) own.append(place.before, el("mark", { id: "here" }, place.words), place.after);
      else own.append(part.words);
      return own;
    });
    at("text").replaceChildren(...parts);
    look();
  };

  const look = () => {
    const mark = at("here"), frame = at("text");
    if (mark) frame.scrollTop += mark.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
    else frame.scrollTop = 0;
  };

  const decide = (said) => alone(async () => {
    if (!shown) return;
    const n = now;
    try {
      ({ decisions } = await ask("decisions", { doubt: n, decision: said, seen: shown.decision }));
    } catch (error) {
      if (error.decision === undefined) throw error;
      // what was decided is shown, to be kept or taken again
      ({ decisions } = await ask("standing"));
      await show(n);
      throw error;
    }
    steps.push(n);
    at("status").textContent = `${shown.doubt.words.replace(/^(.{36}\S*)\s.*$/su, "$1 …")}: ${said}`;
    await show(next());
  });

  const skip = () => alone(async () => {
    if (!shown) return;
    skipped.add(now);
    steps.push(now);
    at("status").textContent = "Skipped";
    await show(next());
  });

  const undo = () => alone(async () => {
    const n = steps.pop();
    if (n === undefined) return;
    skipped.delete(n);
    if (decisions[n]) ({ decisions } = await ask("decisions", { doubt: n, decision: "", seen: decisions[n] }));
    at("status").textContent = "Undone";
    await show(n);
  });

  // -- looking up

  const list = (found) => {
    options = found;
    at("found").replaceChildren(...found.map((m, i) => {
      const rest = [m.dates, m.note, m.id].filter(Boolean).join(" · ");
      return el("li", { role: "option", id: `option${i}`, "aria-selected": "false" }, m.name, " ", el("small", {}, rest));
    }));
    at("found").hidden = !found.length;
    at("words").setAttribute("aria-expanded", String(found.length > 0));
    point(found.length ? 0 : -1);
  };

  const point = (i) => {
    if (options[active]) at(`option${active}`)?.setAttribute("aria-selected", "false");
    active = i;
    if (options[i]) {
      at(`option${i}`).setAttribute("aria-selected", "true");
      at(`option${i}`).scrollIntoView({ block: "nearest" });
      at("words").setAttribute("aria-activedescendant", `option${i}`);
    } else at("words").removeAttribute("aria-activedescendant");
  };

  const lookUp = async () => {
    asked += 1;
    const mine = asked, words = at("words").value.trim();
    // what Enter would take is never of words that were typed before
    point(-1);
    if (!shown || !shown.asked.look_up) return;
    try {
      const found = words ? await ask(`names?kind=${shown.asked.look_up}${String.fromCharCode(38)}words=${encodeURIComponent(words)}`) : [];
      if (mine === asked) list(found);
    } catch (error) {
      at("error").textContent = error.message;
    }
  };

  const leave = () => {
    asked += 1;
    at("words").value = "";
    list([]);
    at("question").focus();
  };

  const typed = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave();
    else if (event.key === "Enter") {
      const said = options[active] ? options[active].id : at("words").value.trim();
      if (said) decide(said);
    } else if (options.length ? event.key === "ArrowDown" || event.key === "ArrowUp" : false) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      point((active + step + options.length) % options.length);
    } else return;
    event.preventDefault();
  };

  // -- keys

  const press = (event) => {
    // a held key is one decision, and a button's own key is the button's
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !at("keys").checked || event.target === at("words")) return;
    const digit = "123456789".indexOf(event.key);
    const button = digit >= 0 ? at("alternatives").querySelectorAll("button")[digit] : at({ a: "accept", r: "reject", n: "none", s: "skip", u: "undo" }[event.key]);
    if (button) {
      if (!button.hidden) button.click();
    } else if (event.key === "c") {
      if (!at("field").hidden) at("words").focus();
    } else return;
    event.preventDefault();
  };

  // others may have decided meanwhile
  const refresh = () => alone(async () => {
    if (document.hidden) return;
    ({ decisions } = await ask("standing"));
    progress();
    if (shown ? shown.decision !== decisions[now] : false) await show(now);
  });

  const start = async () => {
    const told = await ask("standing");
    decisions = told.decisions;
    steps = told.history;
    at("editor").textContent = told.editor;
    await show(next());
  };

  for (const id of ["accept", "reject", "none"]) at(id).addEventListener("click", () => decide(id));
  at("skip").addEventListener("click", skip);
  at("undo").addEventListener("click", undo);
  at("alternatives").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) decide(button.value);
  });
  at("words").addEventListener("input", lookUp);
  at("words").addEventListener("keydown", typed);
  at("found").addEventListener("click", (event) => {
    const i = [...at("found").children].indexOf(event.target.closest("li"));
    if (options[i]) decide(options[i].id);
  });
  document.addEventListener("keydown", press);
  document.addEventListener("visibilitychange", refresh);
  addEventListener("resize", look);
  busy = false;
  alone(start);
})();
