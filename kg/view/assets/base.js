// Data, words and small helpers. Everything that comes from a document reaches the page as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const words = JSON.parse(document.getElementById("strings").textContent);
const state = { language: data.language, chosen: null, trail: [], view: "map" };
const byId = (id) => document.getElementById(id);

// The word under `key` ("types.visit"), with {name} replaced from `values`; the last part of the key where there is none.
function word(key, values = {}) {
  let found = words[state.language];
  for (const part of key.split(".")) found = found !== undefined && Object.hasOwn(found, part) ? found[part] : undefined;
  if (typeof found !== "string") return key.slice(key.indexOf(".") + 1);
  return found.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

// An element with attributes and children (strings become text; null is left out).
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, run] of Object.entries(value)) made.addEventListener(event, run);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const button = (label, run, attributes = {}) => make("button", { type: "button", ...attributes, on: { click: run } }, label);

// An address becomes a link only where the browser, too, reads it as http or https.
function link(text, address) {
  let url = null;
  try { url = new URL(address); } catch { return text; }
  if (url.protocol !== "http:" && url.protocol !== "https:") return text;
  return make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, text);
}

function actorName(index) {
  const actor = data.actors[index];
  return Object.hasOwn(actor.names, state.language) ? actor.names[state.language] : actor.name;
}

const typeName = (fact) => (fact.type ? word(`types.${fact.type}`) : word(`families.${fact.kind}`));

// What a fact is called in a list: an agreement and an office by name, a meeting by type and date.
function factName(fact) {
  const name = fact.kind === "agreement" || fact.kind === "office" ? fact.name || typeName(fact) : typeName(fact);
  return fact.kind === "derived" ? `${name}: ${word("times", { count: fact.count })}` : name;
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(state.language) + text.slice(1);

function spotName(index) {
  const spot = data.spots[index];
  if (spot.actor !== null) return actorName(spot.actor);
  const fact = data.facts[spot.fact];
  return capital(factName(fact)) + (fact.date && fact.kind === "meeting" ? ` · ${fact.date}` : "");
}

const standing = (fact) =>
  ["planned", "negotiating"].includes(fact.status) ? "planned" : ["cancelled", "terminated", "denied"].includes(fact.status) ? "off" : "done";

// Letters as a searcher may type them: without case, marks and the letters that a Russian keyboard lacks.
const PLAIN = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е" };
const plain = (text) =>
  text.toLocaleLowerCase("kk").replace(/[әғқңөұүһіё]/g, (letter) => PLAIN[letter]).normalize("NFKD").replace(/\p{M}/gu, "");

const spotOfActor = new Map();
const spotOfFact = new Map();
data.spots.forEach((spot, index) => (spot.actor !== null ? spotOfActor.set(spot.actor, index) : spotOfFact.set(spot.fact, index)));
const factsOfActor = data.actors.map(() => []);
data.facts.forEach((fact, index) => fact.actors.forEach((actor) => factsOfActor[actor].push(index)));
const lineOfFact = new Map();
data.lines.forEach((line, index) => line.facts.forEach((fact) => lineOfFact.set(fact, index)));
const linesOfSpot = data.spots.map(() => []);
data.lines.forEach((line, index) => line.ends.forEach((end) => linesOfSpot[end].push(index)));
const haystack = data.spots.map((spot, index) => {
  if (spot.actor === null) return plain([data.facts[spot.fact].name || "", data.facts[spot.fact].date || ""].join("\n"));
  const actor = data.actors[spot.actor];
  return plain([actor.name, ...Object.values(actor.names), ...actor.aliases].join("\n"));
});

// Browsers know no Kazakh numbers everywhere.
const decimal = (number) => (state.language === "en" ? String(number) : String(number).replace(".", ","));

const say = (text) => { byId("said").textContent = text; };
