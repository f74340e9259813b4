// The panel of details: an actor, a fact, or a line with its facts, each with the sentences that prove it.

// Chooses {spot}, {line}, {actor} or {fact}, or nothing (null), and shows it. `keep` remembers the way back.
function choose(chosen, { keep = false, focus = false } = {}) {
  if (keep && state.chosen !== null) state.trail.push(state.chosen);
  else if (!keep) state.trail = [];
  show(chosen, focus);
}

function show(chosen, focus) {
  state.chosen = chosen;
  state.near = neighbourhood(chosen);
  refreshLook();
  fillPanel();
  if (chosen !== null && focus) byId("panel").focus();
}

const openActor = (actor) => choose({ spot: spotOfActor.get(actor) }, { keep: true, focus: true });
const openFact = (fact) => choose(spotOfFact.has(fact) ? { spot: spotOfFact.get(fact) } : { fact }, { keep: true, focus: true });

function fillPanel() {
  const panel = byId("panel");
  panel.replaceChildren();
  panel.hidden = state.chosen === null;
  document.body.classList.toggle("detailed", !panel.hidden);
  if (panel.hidden) return;
  const bar = make("div", { class: "bar" });
  if (state.trail.length) bar.append(button(`← ${word("back")}`, () => show(state.trail.pop(), true), { class: "back" }));
  bar.append(button("×", closePanel, { class: "close", "aria-label": word("close") }));
  panel.append(bar, ...described(state.chosen));
  panel.scrollTop = 0;
}

function closePanel() {
  choose(null);
  (state.view === "map" ? byId("picture") : byId("table")).focus();
}

function described(chosen) {
  if (chosen.line !== undefined) return describeLine(chosen.line);
  if (chosen.fact !== undefined) return describeFact(chosen.fact);
  const spot = data.spots[chosen.spot];
  return spot.actor !== null ? describeActor(spot.actor) : describeFact(spot.fact);
}

const tag = (kind, text) => make("p", { class: "tag" }, icon(kind), text);
const value = (text, attributes = {}) => make("span", { class: "value", dir: "auto", ...attributes }, text);
const quiet = (text) => make("span", { class: "quiet" }, text);
const nameOf = (actor) => button(actorName(actor), () => openActor(actor), { class: "name", dir: "auto" });

function describeActor(index) {
  const actor = data.actors[index];
  const parts = [tag(actor.kind, word(`kinds.${actor.kind}`)), make("h2", { dir: "auto" }, actorName(index))];
  const others = [...new Set([actor.name, ...Object.values(actor.names), ...actor.aliases])].filter((name) => name !== actorName(index));
  const list = make("dl");
  if (others.length) pair(list, "aliases", others.map((name) => make("div", { dir: "auto" }, name)));
  if (actor.iso) pair(list, "code", value(actor.iso));
  if (/^Q\d+$/.test(actor.wikidata || "")) pair(list, null, link("Wikidata", `https://www.wikidata.org/wiki/${actor.wikidata}`));
  if (list.childElementCount) parts.push(list);
  const facts = factsOfActor[index];
  const of = (...kinds) => facts.filter((fact) => kinds.includes(data.facts[fact].kind)).sort(newestFirst);
  const offices = of("office");
  const held = offices.filter((fact) => data.facts[fact].lead.includes(index));
  const given = offices.filter((fact) => !data.facts[fact].lead.includes(index));
  for (const [title, some] of [
    ["offices", held], ["officeHolders", given], ["meetings", of("meeting")], ["agreements", of("agreement")], ["relations", of("derived", "other")],
  ]) {
    if (some.length) parts.push(make("h3", {}, word(title), " ", quiet(String(some.length))), make("ul", { class: "facts" }, some.map((fact) => factItem(fact, index))));
  }
  if (!facts.length) parts.push(make("p", { class: "quiet" }, word("nothing")));
  return parts;
}

const newestFirst = (a, b) => {
  const [one, other] = [data.facts[a].date || "", data.facts[b].date || ""];
  return one < other ? 1 : one > other ? -1 : a - b;
};

// One fact in an actor's list: what it is, with whom, when and where.
function factItem(index, seenFrom) {
  const fact = data.facts[index];
  const others = fact.actors.filter((actor) => actor !== seenFrom);
  const about = [fact.date && (fact.until && fact.until !== fact.date ? `${fact.date} – ${fact.until}` : fact.date), fact.place].filter(Boolean).join(" · ");
  return make(
    "li", { class: standing(fact) },
    button(capital(factName(fact)), () => openFact(index), { class: "fact", dir: "auto" }),
    fact.status ? badge(fact) : null,
    others.length ? make("div", { class: "with" }, others.map(nameOf)) : null,
    about ? make("div", { class: "quiet", dir: "auto" }, about) : null,
  );
}

const badge = (fact) => make("span", { class: `badge ${standing(fact)}` }, word(`statuses.${fact.status}`));

function describeFact(index) {
  const fact = data.facts[index];
  // Two who met are the title themselves; what they did stands above it.
  const pairOf = fact.actors.length === 2 && !["office", "agreement"].includes(fact.kind);
  const title = pairOf ? fact.actors.map(actorName).join(" – ") : fact.kind === "office" || fact.kind === "agreement" ? fact.name || typeName(fact) : typeName(fact);
  const kind = pairOf && fact.kind === "meeting" ? capital(typeName(fact)) : word(`families.${fact.kind}`);
  return [make("p", { class: "tag" }, lineIcon(fact.kind, standing(fact)), kind), make("h2", { dir: "auto" }, capital(title)), ...factBody(index)];
}

function describeLine(index) {
  const line = data.lines[index];
  const facts = [...line.facts].sort(newestFirst);
  if (facts.length === 1) return describeFact(facts[0]);
  const ends = line.ends.map((end) => actorName(data.spots[end].actor));
  return [
    make("p", { class: "tag" }, lineIcon(line.kind, line.standing), `${word(`families.${line.kind}`)} ×${facts.length}`),
    make("h2", { dir: "auto" }, ends.join(" – ")),
    ...facts.map((fact) => make("section", { class: "one" }, make("h3", { dir: "auto" }, capital(factName(data.facts[fact]))), factBody(fact, true))),
  ];
}

function factBody(index, inner = false) {
  const fact = data.facts[index];
  const list = make("dl");
  const part = { meeting: "host", agreement: "signatory", office: "holder" }[fact.kind];
  if (fact.kind === "derived") pair(list, null, word("derivedNote"));
  if (fact.kind === "agreement" && fact.type) pair(list, "type", value(capital(typeName(fact))));
  if (fact.status) pair(list, "status", badge(fact));
  if (fact.kind === "derived") pair(list, "meetings", value(word("times", { count: fact.count })));
  if (fact.date) pair(list, "date", value(fact.until && fact.until !== fact.date ? `${fact.date} – ${fact.until}` : fact.date));
  if (fact.place) pair(list, "place", value(fact.place));
  if (fact.actors.length && !(inner && !fact.lead.length)) {
    pair(list, { agreement: "parties", meeting: "participants" }[fact.kind] || "who", fact.actors.map((actor) =>
      make("div", {}, nameOf(actor), part && fact.lead.includes(actor) ? quiet(` ${word(part)}`) : null)));
  }
  if (fact.topics.length) pair(list, "topics", fact.topics.map((topic) => make("div", { dir: "auto" }, topic)));
  const parts = [list];
  if (fact.because.length) parts.push(make("ul", { class: "facts" }, [...fact.because].sort(newestFirst).map((other) => factItem(other, null))));
  if (fact.evidence.length) {
    parts.push(make(inner ? "h4" : "h3", {}, word("evidence")), ...fact.evidence.map(passage));
  } else if (!fact.because.length) parts.push(make("p", { class: "quiet" }, word("noEvidence")));
  return parts;
}

// A sentence with the very words that carry the fact, and where it stands.
function passage(index) {
  const found = data.evidence[index];
  const source = data.sources[found.source];
  const from = [source.date, found.start !== null ? `${word("offsets")} ${found.start}–${found.end}` : null].filter(Boolean).join(" · ");
  const how = [
    found.rule && `${word("rule")}: ${found.rule}`, `${word("confidence")}: ${decimal(found.confidence)}`,
    found.reported_by && `${word("reportedBy")}: ${found.reported_by}`, found.negated && word("negated"),
  ].filter(Boolean).join(" · ");
  return make(
    "figure", { class: "passage" },
    make("blockquote", { dir: "auto", lang: source.lang }, found.before, found.mark ? make("mark", {}, found.mark) : null, found.after),
    make("figcaption", {}, make("cite", { dir: "auto", lang: source.lang }, source.url ? link(source.title, source.url) : source.title), make("div", {}, from), make("div", { dir: "auto" }, how)),
  );
}

function pair(list, key, content) {
  list.append(make("div", {}, make("dt", {}, key === null ? "" : word(key)), make("dd", {}, content)));
}
