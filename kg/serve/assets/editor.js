// The page to ask in: named questions with their parameters, or any query; answers as a table. Values become text, never markup.
"use strict";

const SHOWN = 1000;
const ID = "https://w3id.org/elshi/id/";
const PREFIXES = `PREFIX kg: <https://w3id.org/elshi/ns#>
PREFIX id: <https://w3id.org/elshi/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
`;
const FIRST = `${PREFIXES}SELECT ?meeting ?date ?label WHERE {
  ?meeting a kg:Meeting ; kg:date ?date ; rdfs:label ?label .
} ORDER BY DESC(?date) LIMIT 100
`;
const FORMATS = [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", "application/sparql-results+json", "json"],
  ["XML", "application/sparql-results+xml", "xml"], ["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"]];

const part = id => document.getElementById(id);
let words = {}, questions = [], chosen = null, shownText = "", editor = null, asked = null, turn = 0;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function state(text, failed = false) {
  part("state").textContent = text;
  part("state").classList.toggle("failed", failed);
}

function choose(name) {
  chosen = questions.find(one => one.name === name) ?? null;
  const inputs = (chosen?.parameters ?? []).map(one => {
    const label = element("label", one.required ? `${one.name} (${words.needed})` : one.name);
    const input = element("input", undefined, {name: one.name, value: one.default ?? "", autocomplete: "off"});
    input.required = one.required;
    label.append(input, element("small", one.about));
    return label;
  });
  part("parameters").replaceChildren(...inputs);
  shownText = chosen ? chosen.text : FIRST;
  editor.setValue(shownText);
}

// A named question whose text nobody touched is asked by its name, so that the server binds the parameters; any other text is a query.
function request() {
  const text = editor.getValue();
  if (chosen && text === shownText) {
    const given = new URLSearchParams();
    for (const input of part("parameters").querySelectorAll("input")) if (input.value.trim()) given.set(input.name, input.value);
    return {address: `/questions/${encodeURIComponent(chosen.name)}?${given}`, options: {}, table: true};
  }
  const options = {method: "POST", headers: {"Content-Type": "application/sparql-query"}, body: text};
  return {address: "/sparql", options, table: false};
}

function send(what, accept) {
  return fetch(what.address, {...what.options, headers: {...what.options.headers, Accept: accept}});
}

async function ask() {
  const mine = ++turn, what = request();
  state(words.running);
  part("answer").hidden = true;
  try {
    const response = await send(what, "application/sparql-results+json, text/turtle;q=0.9");
    const text = await response.text();
    if (mine !== turn) return;
    if (!response.ok) {
      state(`${words.failed}: ${text.trim()}`, true);
      return;
    }
    asked = what;
    show(response.headers.get("Content-Type") ?? "", text);
  } catch (error) {
    if (mine === turn) state(`${words.failed}: ${error.message}`, true);
  }
}

function show(type, text) {
  const graph = type.startsWith("text/turtle");
  if (graph) {
    part("result").replaceChildren(element("pre", text));
    state("");
  } else {
    const found = JSON.parse(text);
    if ("boolean" in found) {
      part("result").replaceChildren(element("p", found.boolean ? words.yes : words.no, {class: "answer"}));
      state("");
    } else table(found.head.vars, found.results.bindings);
  }
  const kinds = FORMATS.filter(([, accept]) => graph === (accept === "text/turtle" || accept === "application/ld+json"));
  const buttons = kinds.map(([name, accept, ending]) => {
    const button = element("button", name, {type: "button"});
    button.addEventListener("click", () => download(accept, ending));
    return button;
  });
  part("downloads").replaceChildren(element("span", words.download), " ", ...buttons.flatMap(button => [button, " "]));
  part("answer").hidden = false;
}

function table(columns, rows) {
  state(rows.length ? `${rows.length} ${words.rows}` : words.none);
  const head = element("tr");
  head.append(...columns.map(name => element("th", name, {scope: "col"})));
  const lines = rows.slice(0, SHOWN).map(row => {
    const line = element("tr");
    line.append(...columns.map(name => cell(row[name])));
    return line;
  });
  const made = element("table"), thead = element("thead"), tbody = element("tbody");
  thead.append(head);
  tbody.append(...lines);
  made.append(thead, tbody);
  part("result").replaceChildren(made, ...(rows.length > SHOWN ? [element("p", words.more, {class: "more"})] : []));
}

function cell(term) {
  const made = element("td");
  if (!term) return made;
  const value = typeof term.value === "string" ? term.value : JSON.stringify(term.value);
  const node = term.type === "uri" && value.startsWith(ID) ? value.slice(ID.length) : /^(person|organization|country|meeting|agreement|document|post|place|topic|tenure|claim|contact|mention)\/\S+$/.test(value) ? value : null;
  if (node !== null) made.append(element("a", node, {href: `/id/${encodeURI(node).replace(/[?#]/g, encodeURIComponent)}`}));
  else if (/^https?:\/\//.test(value)) made.append(element("a", value, {href: value, rel: "noreferrer"}));
  else made.textContent = value;
  return made;
}

async function download(accept, ending) {
  const response = await send(asked, accept);
  if (!response.ok) {
    state(`${words.failed}: ${(await response.text()).trim()}`, true);
    return;
  }
  const link = element("a", "", {href: URL.createObjectURL(await response.blob()), download: `${chosen ? chosen.name : "answer"}.${ending}`});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function start() {
  const [all, list] = await Promise.all(["/assets/words.json", "/questions"].map(address => fetch(address).then(found => found.json())));
  const language = navigator.languages.map(code => code.slice(0, 2)).find(code => code in all) ?? "en";
  words = all[language];
  questions = list;
  document.documentElement.lang = language;
  document.title = `Elshi – ${words.title}`;
  for (const found of document.querySelectorAll("[data-word]")) found.textContent = words[found.dataset.word];
  const options = questions.map(one => element("option", one.summary[language] ?? one.name, {value: one.name}));
  part("question").replaceChildren(element("option", words.own, {value: ""}), ...options);
  const Editor = window.Yasqe.default ?? window.Yasqe.Yasqe ?? window.Yasqe;
  editor = new Editor(part("editor"), {
    value: FIRST, persistenceId: null, autocompleters: [], showQueryButton: false, resizeable: false, prefixCcApi: null,
    createShareableLink: () => location.href, consumeShareLink: null, pluginButtons: () => [],
    extraKeys: {"Ctrl-Enter": ask, "Cmd-Enter": ask, Tab: false, "Shift-Tab": false},
  });
  editor.getInputField().setAttribute("aria-label", words.sparql);
  part("question").addEventListener("change", () => choose(part("question").value));
  part("ask").addEventListener("submit", event => {
    event.preventDefault();
    ask();
  });
  choose("");
  document.body.dataset.ready = "yes";
}

start();
