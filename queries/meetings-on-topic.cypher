// summary:
//   en: Meetings that spoke about a topic
//   kk: Белгілі бір тақырып талқыланған кездесулер
//   ru: Встречи, на которых обсуждали тему
// params:
//   topic: {type: topic, description: "what about", required: true}
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
// tags: [topics, meetings]
MATCH (m)-[:TOPIC]->(:Entity {id: $topic})
WHERE m.kind IS NOT NULL
WITH m, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, date, min(p.label) AS place
RETURN date, m.kind AS kind, m.status AS state, m.id AS meeting, m.label AS label, place
ORDER BY coalesce(date, '') DESC, meeting
