// summary:
//   en: All evidence of what connects two nodes, or of their meeting
//   kk: Екі түйін арасындағы байланыстың барлық дәлелі
//   ru: Все доказательства связи между двумя узлами
// params:
//   one: {type: node, description: "a node: person, organization, country, meeting, agreement, office, place or topic", required: true}
//   other: {type: node, description: "another node", required: true}
// returns:
//   predicate: what connects them
//   about: the subject of the claim (the meeting where they met)
//   document: where it stands
//   title: headline of the document
//   date: of the document
//   url: of the document
//   start: first code point of the evidence
//   end: code point after it
//   quote: the words
//   context: the sentence
//   rule: what found it
//   confidence: from 0 to 1
//   status: held, planned, …
//   negated: whether the document denies it
//   claim: the claim
// tags: [evidence]
MATCH (one:Entity {id: $one})
MATCH (other:Entity {id: $other})
OPTIONAL MATCH (one)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(other)
WITH one, other, collect(c) AS there
OPTIONAL MATCH (one)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(other)
WITH one, other, there, collect(c) AS back
OPTIONAL MATCH (one)-[met:MET]-(other)
WITH one, other, there + back AS stated, coalesce(met.meetings, []) AS meetings
OPTIONAL MATCH (m:Entity)
WHERE m.id IN meetings
OPTIONAL MATCH (m)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(who)
WHERE c.predicate = 'participant' AND (who.id IN [$one, $other] OR ((m)-[:SIDE]->(one) AND (m)-[:SIDE]->(other)))
WITH stated, collect(c) AS met
UNWIND stated + met AS c
WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(about)
MATCH (c)<-[:STATES]-(d:Document)
RETURN c.predicate AS predicate, about.id AS about, d.id AS document, d.title AS title, d.date AS date, d.url AS url,
  c.start AS start, c.end AS end, c.quote AS quote, c.context AS context, c.rule AS rule, c.confidence AS confidence,
  c.status AS status, c.negated AS negated, c.id AS claim
ORDER BY coalesce(date, '') DESC, document, coalesce(start, -1), predicate, claim
