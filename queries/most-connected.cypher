// summary:
//   en: Actors that met the most others
//   kk: Ең көп тараппен кездескендер
//   ru: Кто встречался с наибольшим числом других
// params:
//   type: {type: actor_class, description: "only of this class: Person, Organization or Country"}
//   limit: {type: limit, description: "at most so many rows", default: "20"}
// returns:
//   actor: the actor
//   name: its name
//   kind: its class
//   contacts: how many others it met
//   meetings: how often in all, one meeting with two others counting twice
// tags: [actors, derived]
MATCH (a:Actor)-[met:MET]-(:Actor)
WITH a, count(met) AS contacts, sum(met.count) AS meetings
UNWIND ['Country', 'Organization', 'Person'] AS kind
WITH a, contacts, meetings, kind
WHERE kind IN labels(a) AND ($type IS NULL OR kind = $type)
RETURN a.id AS actor, a.label AS name, kind, contacts, meetings
ORDER BY contacts DESC, meetings DESC, actor, kind
