// Puts the page together, in the language it was asked for, and again whenever the language changes.

function fillWords() {
  document.documentElement.lang = state.language;
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = word(each.dataset.text);
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", word(each.dataset.label));
  for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = word(each.dataset.placeholder);
  const counted = (kind) => data.facts.filter((fact) => fact.kind === kind).length;
  byId("summary").textContent = word("summary", {
    actors: data.actors.length, meetings: counted("meeting"), agreements: counted("agreement"), sources: data.sources.length,
  });
  const choice = (text, on, run, attributes = {}) => button(text, run, { "aria-pressed": String(on), ...attributes });
  byId("views").replaceChildren(...["map", "table"].map((view) => choice(word(view), state.view === view, () => setView(view), { id: `view-${view}` })));
  byId("languages").replaceChildren(...Object.keys(words).map((code) =>
    choice(code.toUpperCase(), state.language === code, () => setLanguage(code), { id: `language-${code}`, lang: code, "aria-label": words[code].name })));
  fillLegend();
}

function setLanguage(code) {
  state.language = code;
  fillWords();
  fillPanel();
  fillTable();
  fillHits();
  network.redraw();
  byId(`language-${code}`).focus();
}

function setView(view) {
  state.view = view;
  byId("map").hidden = view !== "map";
  byId("table").hidden = view !== "table";
  document.body.classList.toggle("tabular", view === "table");
  fillWords();
  fillHits();
  if (view === "map") network.redraw();
  byId(`view-${view}`).focus();
}

if (matchMedia("(max-width: 719px)").matches) byId("legend").open = false;
fillWords();
drawPicture();
byId("table").tabIndex = -1;
byId("query").addEventListener("input", fillHits);
byId("query").addEventListener("keydown", searchKeys);
byId("query").addEventListener("blur", closeHits);
byId("picture").addEventListener("keydown", pictureKeys);
byId("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
byId("closer").addEventListener("click", () => zoomBy(1.4));
byId("farther").addEventListener("click", () => zoomBy(1 / 1.4));
byId("whole").addEventListener("click", () => showWhole());
dark.addEventListener("change", () => { setTheme(dark.matches ? "dark" : "light"); fillLegend(); fillPanel(); });
// Paper is white and has no canvas that grows: the picture as it is seen goes there as an image.
addEventListener("beforeprint", () => {
  setTheme("light");
  fillLegend();
  if (state.view !== "map") return;
  byId("print").src = network.canvas.frame.canvas.toDataURL();
  byId("print").alt = byId("summary").textContent;
  byId("print").hidden = false;
});
addEventListener("afterprint", () => {
  byId("print").hidden = true;
  setTheme(dark.matches ? "dark" : "light");
  fillLegend();
});
network.once("afterDrawing", () => document.body.setAttribute("data-drawn", String(Math.round(performance.now()))));
// For tests and for the curious in a browser's console.
globalThis.elshiMap = Object.freeze({ network, data });
