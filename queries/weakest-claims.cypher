// summary:
//   en: The claims that the program is least sure of
//   kk: Сенімділігі ең төмен тұжырымдар
//   ru: Наименее достоверные утверждения
// params:
//   below: {type: number, description: "confidence below this, from 0 to 1", default: "0.6"}
//   limit: {type: limit, description: "at most so many rows, and never more than 1000", default: "50"}
// returns:
//   confidence: from 0 to 1
//   rule: what found it
//   subject: of the claim
//   subject_name: its name
//   predicate: of the claim
//   object: of the claim
//   document: where it stands
//   quote: the words
//   claim: the claim
// tags: [evidence, review]
MATCH (c:Claim)
WHERE c.confidence < $below
WITH c
ORDER BY c.confidence, c.id
LIMIT 1000
MATCH (c)-[:SUBJECT]->(subject)
MATCH (c)<-[:STATES]-(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
RETURN c.confidence AS confidence, c.rule AS rule, subject.id AS subject, subject.label AS subject_name,
  c.predicate AS predicate, coalesce(object.id, c.value) AS object, d.id AS document, c.quote AS quote, c.id AS claim
ORDER BY confidence, claim
