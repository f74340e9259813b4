// summary:
//   en: Meetings planned for a day or later, the next first
//   kk: Жоспарланған кездесулер
//   ru: Запланированные встречи
// params:
//   since: {type: date, description: "not before this day, month or year", required: true}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: as exact as known
//   kind: kind of meeting
//   meeting: the meeting
//   label: what to call it
//   place: where
// tags: [meetings, time]
MATCH (m:Meeting)
WHERE 'planned' IN m.statuses AND NOT 'held' IN m.statuses AND NOT 'cancelled' IN m.statuses AND m.kind IS NOT NULL
WITH m, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, date, min(p.label) AS place
RETURN date, m.kind AS kind, m.id AS meeting, m.label AS label, place
ORDER BY date, meeting
