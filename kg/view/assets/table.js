// The same facts as a table, for whoever does not or cannot read the picture. Filters and search apply to it, too.

const factShown = (fact) =>
  filters.families.has(fact.kind) && filters.standings.has(standing(fact)) && fact.actors.every((actor) => filters.kinds.has(data.actors[actor].kind));

function fillTable() {
  const table = byId("table");
  if (state.view !== "table") return;
  const query = plain(byId("query").value.trim());
  const facts = data.facts.map((_, index) => index).filter((index) => factShown(data.facts[index]) && factMatches(index, query)).sort(newestFirst);
  const actors = data.actors.map((_, index) => index)
    .filter((index) => filters.kinds.has(data.actors[index].kind) && (!query || haystack[spotOfActor.get(index)].includes(query)))
    .sort((a, b) => factsOfActor[b].length - factsOfActor[a].length || a - b);
  table.replaceChildren(
    grid("facts", ["what", "who", "date", "place", "status", "sources"], facts.map(factRow)),
    grid("actorsTitle", ["who", "kind", "offices", "aliases", "links"], actors.map(actorRow)),
  );
}

function factMatches(index, query) {
  if (!query) return true;
  const fact = data.facts[index];
  return fact.actors.some((actor) => haystack[spotOfActor.get(actor)].includes(query)) || plain([factName(fact), fact.place || "", fact.date || "", ...fact.topics].join("\n")).includes(query);
}

function grid(title, columns, lines) {
  const heads = columns.map((column) => make("th", { scope: "col" }, word(column)));
  return make(
    "div", { class: "grid" },
    make("table", {}, make("caption", {}, word(title), " ", quiet(word("shown", { count: lines.length }))), make("thead", {}, make("tr", {}, heads)), make("tbody", {}, lines)),
  );
}

function factRow(index) {
  const fact = data.facts[index];
  const sources = [...new Set(fact.evidence.map((each) => data.evidence[each].source))];
  return make(
    "tr", {},
    make("th", { scope: "row" }, button(capital(factName(fact)), () => openFact(index), { class: "fact", dir: "auto" })),
    make("td", {}, fact.actors.map((actor) => make("div", {}, nameOf(actor)))),
    make("td", { class: "date" }, fact.date || ""),
    make("td", { dir: "auto" }, fact.place || ""),
    make("td", {}, fact.status ? badge(fact) : ""),
    make("td", {}, sources.map((each) => make("div", { dir: "auto", lang: data.sources[each].lang }, data.sources[each].url ? link(data.sources[each].title, data.sources[each].url) : data.sources[each].title))),
  );
}

function actorRow(index) {
  const actor = data.actors[index];
  const offices = factsOfActor[index].map((fact) => data.facts[fact]).filter((fact) => fact.kind === "office" && fact.lead.includes(index));
  return make(
    "tr", {},
    make("th", { scope: "row" }, nameOf(index)),
    make("td", {}, word(`kinds.${actor.kind}`)),
    make("td", { dir: "auto" }, offices.map((fact) => make("div", {}, fact.name))),
    make("td", { dir: "auto" }, actor.aliases.join(", ")),
    make("td", { class: "number" }, String(factsOfActor[index].length)),
  );
}
