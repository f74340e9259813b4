// summary:
//   en: Documents that speak of a node
//   kk: Түйін туралы құжаттар
//   ru: Документы об узле
// params:
//   about: {type: node, description: "person, organization, country, meeting, agreement, office, place or topic", required: true}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of publication
//   document: the document
//   title: its headline
//   url: its address
//   source: who published it
//   mentions: how often it names the actor
// tags: [documents, evidence]
MATCH (about:Entity {id: $about})<-[:DESCRIBES]-(d:Document)
WITH about, d, d.date AS date
WHERE ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (about)<-[:OF_ACTOR]-(mention:Mention)-[:OF_DOCUMENT]->(d)
WITH d, date, count(DISTINCT mention) AS mentions
RETURN date, d.id AS document, d.title AS title, d.url AS url, d.source AS source, mentions
ORDER BY coalesce(date, '') DESC, document
