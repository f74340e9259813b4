// summary:
//   en: "What happened to an actor, in the order of time: meetings, agreements, offices"
//   kk: Тарапқа қатысты оқиғалар уақыт ретімен
//   ru: События с участием действующего лица по времени
// params:
//   actor: {type: actor, description: "whose events", required: true}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "200"}
// returns:
//   date: as exact as known
//   what: "how the actor takes part: participant, party, signatory, holds"
//   event: the meeting, agreement or office
//   label: what to call it
//   state: its status
// tags: [actors, time]
MATCH (actor:Entity {id: $actor})
OPTIONAL MATCH (actor)<-[part:PARTICIPANT|PARTY|SIGNATORY|SIDE]-(e)
WHERE type(part) <> 'SIDE' OR NOT (e)-[:PARTICIPANT]->(actor)
WITH actor, collect({what: toLower(type(part)), event: e.id, label: e.label, date: e.dates[-1], state: e.status}) AS events
OPTIONAL MATCH (actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(post)
WHERE c.predicate = 'holds' AND c.negated = false
OPTIONAL MATCH (c)<-[:STATES]-(d:Document)
WITH events, post, max(d.date) AS date
WITH events, collect({what: 'holds', event: post.id, label: post.label, date: date, state: null}) AS offices
UNWIND events + [office IN offices WHERE office.date IS NOT NULL] AS found
WITH found.date AS date, found.what AS what, found.event AS event, found.label AS label, found.state AS state
WHERE event IS NOT NULL AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
RETURN date, what, event, label, state
ORDER BY coalesce(date, ''), what, event
