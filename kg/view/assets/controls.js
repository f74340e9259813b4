// Legend with filters, search, and the switches of view and language.

const present = {
  kinds: ["Person", "Organization", "Country", "Meeting", "Agreement"].filter((kind) => data.spots.some((spot) => spot.kind === kind)),
  families: ["meeting", "agreement", "office", "derived", "other"].filter((kind) => data.facts.some((fact) => fact.kind === kind)),
  standings: ["done", "planned", "off"].filter((each) => data.lines.some((line) => line.standing === each)),
};
const filters = { kinds: new Set(present.kinds), families: new Set(present.families), standings: new Set(present.standings), unconnected: false };
// Derived lines say again what meetings say, for countries: asked for, not pressed on the reader.
if (present.families.length > 1) filters.families.delete("derived");
const lonely = data.spots.filter((_, index) => !linesOfSpot[index].length).length;
// Where nothing is connected, what is not connected is the map.
filters.unconnected = lonely === data.spots.length;

const kindShown = (index) => filters.kinds.has(data.spots[index].kind);
const familyShown = (line) => filters.families.has(line.kind) && filters.standings.has(line.standing);
const lineShown = (index) => familyShown(data.lines[index]) && data.lines[index].ends.every(kindShown);

// A spot shows while one of its lines does: a filter leaves no loose ends. One without any line is a matter of its own box.
function spotShown(index) {
  if (!kindShown(index)) return false;
  return filters.unconnected || linesOfSpot[index].some(lineShown);
}

function icon(kind) {
  const [fill, stroke] = theme.nodes[kind];
  const look = { fill, stroke, "stroke-width": 1.5 };
  const shape = {
    dot: () => drawn("circle", { cx: 9, cy: 9, r: 6, ...look }),
    square: () => drawn("rect", { x: 3.5, y: 3.5, width: 11, height: 11, ...look }),
    hexagon: () => drawn("polygon", { points: "16,9 12.5,15 5.5,15 2,9 5.5,3 12.5,3", ...look }),
    diamond: () => drawn("polygon", { points: "9,2 16,9 9,16 2,9", ...look }),
    triangle: () => drawn("polygon", { points: "9,2.5 16,15 2,15", ...look }),
  }[data.style.shapes[kind]];
  return drawn("svg", { width: 18, height: 18, "aria-hidden": "true" }, shape());
}

function lineIcon(kind, stands = "done") {
  const dashes = kind === "derived" ? data.style.derived : data.style.dashes[stands];
  const stroke = theme.lines[kind] || theme.faint;
  const line = drawn("line", { x1: 0, y1: 9, x2: 34, y2: 9, stroke, "stroke-width": kind === "office" || kind === "derived" ? 1.5 : 2.5, ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  return drawn("svg", { width: 34, height: 18, "aria-hidden": "true" }, line);
}

function fillLegend() {
  const box = (set, key, picture, text) =>
    make("label", {}, make("input", { type: "checkbox", name: key, checked: set.has(key), on: { change: (event) => { event.target.checked ? set.add(key) : set.delete(key); applyFilters(); } } }), picture, text);
  const group = (title, items) => (items.length ? make("fieldset", {}, make("legend", {}, word(title)), items) : null);
  const alone = lonely && lonely < data.spots.length
    ? make("label", {}, make("input", { type: "checkbox", name: "unconnected", checked: filters.unconnected, on: { change: (event) => { filters.unconnected = event.target.checked; applyFilters(); showWhole(); } } }), `${word("unconnected")} (${lonely})`)
    : null;
  byId("filters").replaceChildren(
    ...[
      group("nodes", [...present.kinds.map((kind) => box(filters.kinds, kind, icon(kind), word(`kinds.${kind}`))), ...(alone ? [alone] : [])]),
      group("lines", present.families.map((kind) => box(filters.families, kind, lineIcon(kind), word(`families.${kind}`)))),
      group("standings", present.standings.map((each) => box(filters.standings, each, lineIcon("", each), word(`standing.${each}`)))),
    ].filter(Boolean),
  );
}

function applyFilters() {
  state.near = neighbourhood(state.chosen);
  refreshLook();
  byId("empty").hidden = data.spots.some((_, index) => spotShown(index));
  fillTable();
}

// Search: a list of hits under the field, walked with the arrow keys.
let active = -1;

function hits() {
  const query = plain(byId("query").value.trim());
  if (!query) return [];
  const rank = (index) => (haystack[index].split("\n").some((name) => name.startsWith(query)) ? 0 : haystack[index].includes(` ${query}`) ? 1 : 2);
  return data.spots.map((_, index) => index).filter((index) => haystack[index].includes(query))
    .sort((a, b) => rank(a) - rank(b) || data.spots[b].degree - data.spots[a].degree || a - b).slice(0, 12);
}

function fillHits() {
  const list = byId("hits");
  const field = byId("query");
  const found = state.view === "map" ? hits() : [];
  active = found.length ? 0 : -1;
  list.replaceChildren(...found.map((index, number) =>
    make("li", { id: `hit-${number}`, role: "option", "aria-selected": String(number === active), dir: "auto", on: { mousedown: (event) => { event.preventDefault(); take(index); } } },
      icon(data.spots[index].kind), make("span", {}, spotName(index)))));
  if (field.value.trim() && state.view === "map") {
    if (!found.length) list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, word("noHits")));
    say(found.length ? String(found.length) : word("noHits"));
  }
  list.hidden = !list.childElementCount;
  field.setAttribute("aria-expanded", String(!list.hidden));
  markActive();
  fillTable();
}

function markActive() {
  const options = [...byId("hits").children];
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
  if (active >= 0) byId("query").setAttribute("aria-activedescendant", `hit-${active}`);
  else byId("query").removeAttribute("aria-activedescendant");
}

function take(index) {
  closeHits();
  // What was searched for must be seen, whatever the legend hides.
  filters.kinds.add(data.spots[index].kind);
  if (!spotShown(index)) filters.unconnected = true;
  fillLegend();
  choose({ spot: index }, { focus: true });
  goTo(index);
}

function closeHits() {
  byId("hits").hidden = true;
  byId("query").setAttribute("aria-expanded", "false");
  byId("query").removeAttribute("aria-activedescendant");
}

function searchKeys(event) {
  const found = hits();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!found.length) return;
    active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    markActive();
  } else if (event.key === "Enter" && found.length && state.view === "map") take(found[Math.max(active, 0)]);
  else if (event.key === "Escape") closeHits();
  else return;
  event.preventDefault();
}

function pictureKeys(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (step) {
    const spot = nextSpot(...step);
    if (spot !== null) {
      choose({ spot });
      goTo(spot);
      say(`${spotName(spot)}, ${word(`kinds.${data.spots[spot].kind}`)}, ${word("links")}: ${data.spots[spot].degree}`);
    }
  } else if (event.key === "Enter" && state.chosen !== null) byId("panel").focus();
  else if (event.key === "+" || event.key === "=") zoomBy(1.4);
  else if (event.key === "-") zoomBy(1 / 1.4);
  else if (event.key === "0") showWhole();
  else if (event.key === "Escape") choose(null);
  else return;
  event.preventDefault();
}
