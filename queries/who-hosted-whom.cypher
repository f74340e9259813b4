// summary:
//   en: Who received whom, how often, first and last
//   kk: Кім кімді қабылдады
//   ru: Кто кого принимал
// params:
//   host: {type: actor, description: "only whom this actor received"}
//   guest: {type: actor, description: "only who received this actor"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   receiving: who received
//   receiving_name: its name
//   received: who was received
//   received_name: its name
//   meetings: how often
//   first: date of the first
//   last: date of the last
// tags: [actors, meetings]
MATCH (m)-[:HOST]->(host)
WHERE ($host IS NULL OR host.id = $host) AND 'held' IN m.statuses
MATCH (m)-[:PARTICIPANT]->(guest)
WHERE ($guest IS NULL OR guest.id = $guest) AND NOT (m)-[:HOST]->(guest)
WITH m, host, guest, m.dates[-1] AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
WITH host, guest, count(m) AS meetings, min(date) AS first, max(date) AS last
RETURN host.id AS receiving, host.label AS receiving_name, guest.id AS received, guest.label AS received_name, meetings,
  first, last
ORDER BY meetings DESC, coalesce(last, '') DESC, receiving, received
