// summary:
//   en: Documents in the store, newest first
//   kk: Қоймадағы құжаттар
//   ru: Документы в хранилище
// params:
//   identifier: {type: text, description: "letters of the document's own id, address or path"}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   date: of publication
//   document: the document
//   identifier_given: its own id, address or path
//   title: its headline
//   claims: how many claims it makes
// tags: [documents]
MATCH (d:Document)
WITH d, d.date AS date
WHERE coalesce(d.identifier CONTAINS $identifier, true)
  AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)
WITH d, date, count(c) AS claims
RETURN date, d.id AS document, d.identifier AS identifier_given, d.title AS title, claims
ORDER BY coalesce(date, '') DESC, document
