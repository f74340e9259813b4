// summary:
//   en: Agreements, newest first, by what has become of them
//   kk: Мәртебесі бойынша келісімдер
//   ru: Соглашения по статусу
// params:
//   status: {type: agreement_status, description: "only those of this status"}
//   kind: {type: agreement_kind, description: "only those of this kind"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of the act that the status names
//   state: what has become of it
//   type: kind of agreement
//   agreement: the agreement
//   name: its name
//   parties: how many parties documents name
// tags: [agreements]
MATCH (a:Agreement)
WHERE a.kind IS NOT NULL AND ($kind IS NULL OR a.kind = $kind)
UNWIND a.statuses AS state
WITH a, state
WHERE $status IS NULL OR state = $status
// the date that stands beside this very status
OPTIONAL MATCH (a)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'date' AND c.negated = false AND c.status = state
WITH a, state, max(c.value) AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (a)-[:PARTY]->(party)
WITH a, state, date, count(DISTINCT party) AS parties
RETURN date, state, a.kind AS type, a.id AS agreement, a.label AS name, parties
ORDER BY coalesce(date, '') DESC, agreement, state
