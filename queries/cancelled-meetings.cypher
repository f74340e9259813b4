// summary:
//   en: Meetings that documents call cancelled or postponed, and what else they say of them
//   kk: Болмай қалған не кейінге шегерілген кездесулер
//   ru: Отменённые или перенесённые встречи
// params:
//   actor: {type: actor, description: "only those that this actor, or people of this country, were to take part in"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: as exact as known
//   kind: kind of meeting
//   meeting: the meeting
//   label: what to call it
//   place: where
//   also: "held or planned, where a document says that too"
// tags: [meetings, time]
MATCH (m:Meeting)
WHERE 'cancelled' IN m.statuses AND m.kind IS NOT NULL
  AND ($actor IS NULL OR (m)-[:PARTICIPANT|SIDE]->(:Entity {id: $actor}))
WITH m, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (m)-[:PLACE]->(p)
WITH m, date, min(p.label) AS place
RETURN date, m.kind AS kind, m.id AS meeting, m.label AS label, place, [status IN m.statuses WHERE status <> 'cancelled'][0] AS also
ORDER BY coalesce(date, '') DESC, meeting
