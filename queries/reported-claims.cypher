// summary:
//   en: What documents do not say in their own voice, and who says so
//   kk: Құжаттар өзгенің сөзімен келтірген мәліметтер және оны кім айтқаны
//   ru: Что документы сообщают с чужих слов и с чьих
// params:
//   by: {type: text, description: "letters of the name of who says so, in any case"}
//   about: {type: node, description: "only claims about this node"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of the document
//   reported_by: "who says so: an actor, or the words of the document"
//   reported_name: its name, or the same words
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
WHERE c.reported_by IS NOT NULL
MATCH (c)<-[:STATES]-(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
OPTIONAL MATCH (speaker:Entity {id: c.reported_by})
WITH c, d, subject, object, d.date AS date, coalesce(speaker.label, c.reported_by) AS reported_name
WHERE ($by IS NULL OR toLower(reported_name) CONTAINS toLower($by))
  AND ($about IS NULL OR subject.id = $about OR object.id = $about)
  AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
RETURN date, c.reported_by AS reported_by, reported_name, subject.id AS subject, subject.label AS subject_name, c.predicate AS predicate,
  coalesce(object.id, c.value) AS object, d.id AS document, c.quote AS quote, c.context AS context, c.id AS claim
ORDER BY coalesce(date, '') DESC, document, claim
