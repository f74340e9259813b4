// summary:
//   en: What documents deny
//   kk: Құжаттар теріске шығарған мәліметтер
//   ru: Что документы отрицают
// params:
//   about: {type: node, description: "only claims about this node"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of the document
//   subject: of the claim
//   subject_name: its name
//   predicate: of the claim
//   object: of the claim
//   document: where it stands
//   quote: the words
//   context: the sentence
//   claim: the claim
// tags: [evidence]
MATCH (c:Claim)-[:SUBJECT]->(subject)
WHERE c.negated = true
MATCH (c)<-[:STATES]-(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
WITH c, d, subject, object, d.date AS date
WHERE ($about IS NULL OR subject.id = $about OR object.id = $about)
  AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
RETURN date, subject.id AS subject, subject.label AS subject_name, c.predicate AS predicate,
  coalesce(object.id, c.value) AS object, d.id AS document, c.quote AS quote, c.context AS context, c.id AS claim
ORDER BY coalesce(date, '') DESC, document, claim
