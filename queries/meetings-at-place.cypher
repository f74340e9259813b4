// summary:
//   en: Meetings at a place
//   kk: Белгілі бір жерде өткен кездесулер
//   ru: Встречи в определённом месте
// params:
//   place: {type: place, description: "where", required: true}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: as exact as known
//   kind: kind of meeting
//   state: held, planned or cancelled
//   meeting: the meeting
//   label: what to call it
// tags: [places, meetings]
MATCH (m:Meeting)-[:PLACE]->(:Entity {id: $place})
WHERE m.kind IS NOT NULL
WITH m, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
RETURN date, m.kind AS kind, m.status AS state, m.id AS meeting, m.label AS label
ORDER BY coalesce(date, '') DESC, meeting
