// summary:
//   en: Agreements that two parties have in common
//   kk: Екі тараптың ортақ келісімдері
//   ru: Соглашения, общие для двух сторон
// params:
//   one: {type: actor, description: "a party", required: true}
//   other: {type: actor, description: "another party", required: true}
//   status: {type: agreement_status, description: "only those of this status"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of the act that the status names
//   state: what has become of it
//   kind: kind of agreement
//   agreement: the agreement
//   name: its name
// tags: [agreements]
MATCH (a)-[:PARTY]->(:Entity {id: $one})
MATCH (a)-[:PARTY]->(:Entity {id: $other})
WHERE a.kind IS NOT NULL
UNWIND a.statuses AS state
WITH a, state
WHERE $status IS NULL OR state = $status
// the date that stands beside this very status
OPTIONAL MATCH (a)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'date' AND c.negated = false AND c.status = state
WITH a, state, max(c.value) AS date
RETURN date, state, a.kind AS kind, a.id AS agreement, a.label AS name
ORDER BY coalesce(date, '') DESC, agreement, state
