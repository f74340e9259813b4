// summary:
//   en: "When two actors, or two countries through their people, first met; with a higher limit also the meetings after it"
//   kk: Екі тараптың немесе екі елдің алғашқы кездесуі
//   ru: Первая встреча двух действующих лиц или двух стран
// params:
//   one: {type: actor, description: "an actor", required: true}
//   other: {type: actor, description: "another actor", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "1"}
// returns:
//   date: as exact as known
//   kind: kind of meeting
//   meeting: a meeting that was held
//   label: what to call it
//   place: where
//   documents: how many documents speak of it
// tags: [actors, countries, meetings, time, derived]
MATCH (:Entity {id: $one})-[met:MET]-(:Entity {id: $other})
UNWIND met.meetings AS key
MATCH (m:Meeting {id: key})
WHERE m.kind IS NOT NULL
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, m.dates[-1] AS date, min(p.label) AS place
OPTIONAL MATCH (m)<-[:DESCRIBES]-(d:Document)
WITH m, date, place, count(d) AS documents
RETURN date, m.kind AS kind, m.id AS meeting, m.label AS label, place, documents
ORDER BY coalesce(date, '~'), meeting
