// summary:
//   en: The meetings that were held last
//   kk: Соңғы өткен кездесулер
//   ru: Последние состоявшиеся встречи
// params:
//   until: {type: date, description: "not after this day, month or year"}
//   since: {type: date, description: "not before this day, month or year"}
//   kind: {type: meeting_kind, description: "only of this kind"}
//   limit: {type: limit, description: "at most so many rows", default: "20"}
// returns:
//   date: as exact as known
//   type: kind of meeting
//   meeting: the meeting
//   label: what to call it
//   place: where
//   documents: how many documents speak of it
// tags: [meetings, time]
MATCH (m:Meeting)
WHERE 'held' IN m.statuses AND m.kind IS NOT NULL AND ($kind IS NULL OR m.kind = $kind)
WITH m, m.dates[-1] AS date
WHERE date IS NOT NULL AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, date, min(p.label) AS place
OPTIONAL MATCH (m)<-[:DESCRIBES]-(d:Document)
WITH m, date, place, count(d) AS documents
RETURN date, m.kind AS type, m.id AS meeting, m.label AS label, place, documents
ORDER BY date DESC, meeting
