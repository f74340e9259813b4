// summary:
//   en: Agreements in force of a country or organization, and with whom
//   kk: Елдің немесе ұйымның күшіндегі келісімдері және олардың тараптары
//   ru: Действующие соглашения страны или организации и с кем они заключены
// params:
//   party: {type: actor, description: "whose agreements", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "200"}
// returns:
//   date: since when, as far as documents say
//   kind: kind of agreement
//   agreement: an agreement that documents call in force, and none terminated
//   name: its name
//   other: another party, each in a row of its own
//   other_name: its name
// tags: [agreements, countries]
MATCH (a)-[:PARTY]->(:Entity {id: $party})
WHERE 'in_force' IN a.statuses AND NOT 'terminated' IN a.statuses AND a.kind IS NOT NULL
// the date that stands beside this very status
OPTIONAL MATCH (a)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'date' AND c.negated = false AND c.status = 'in_force'
WITH a, max(c.value) AS date
OPTIONAL MATCH (a)-[:PARTY]->(other)
WHERE other.id <> $party
RETURN date, a.kind AS kind, a.id AS agreement, a.label AS name, other.id AS other, other.label AS other_name
ORDER BY coalesce(date, '') DESC, agreement, coalesce(other, '')
