// summary:
//   en: Meetings that two actors (or two countries, through their people) both took part in
//   kk: Екі тарап бірге қатысқан кездесулер
//   ru: Встречи, в которых участвовали обе стороны
// params:
//   one: {type: actor, description: "an actor", required: true}
//   other: {type: actor, description: "another actor", required: true}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: as exact as known
//   kind: kind of meeting
//   state: held, planned or cancelled
//   meeting: the meeting
//   label: what to call it
//   place: where
// tags: [actors, meetings]
MATCH (m)-[:PARTICIPANT|SIDE]->(:Entity {id: $one})
WITH DISTINCT m
MATCH (m)-[:PARTICIPANT|SIDE]->(:Entity {id: $other})
WITH DISTINCT m
WHERE m.kind IS NOT NULL
WITH m, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, date, min(p.label) AS place
RETURN date, m.kind AS kind, m.status AS state, m.id AS meeting, m.label AS label, place
ORDER BY coalesce(date, '') DESC, meeting
