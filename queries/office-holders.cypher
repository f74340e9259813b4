// summary:
//   en: Who held an office when, as far as documents show
//   kk: Қай лауазымды кім, қашан атқарды (құжаттар бойынша)
//   ru: Кто и когда занимал должность, насколько видно из документов
// params:
//   office: {type: text, description: "letters of the office's title, in any case", required: true}
//   of: {type: actor, description: "only offices of this country or organization"}
//   since: {type: date, description: "the last document that says so is not before this"}
//   until: {type: date, description: "the first document that says so is not after this"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   post: the office
//   title: its title
//   body: of which country or organization
//   body_name: its name
//   person: who holds it
//   name: the person's name
//   first: date of the first document that says so
//   last: date of the last
//   documents: how many documents say so
// tags: [people, offices, time]
MATCH (post:Post)
WHERE $office IS NULL OR any(words IN coalesce(post.names, []) WHERE toLower(words) CONTAINS toLower($office))
OPTIONAL MATCH (post)-[:OF_BODY]->(body)
WITH post, body
WHERE $of IS NULL OR body.id = $of
MATCH (post)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(person)
WHERE c.predicate = 'holds' AND c.negated = false
MATCH (c)<-[:STATES]-(d:Document)
WITH post, body, person, min(d.date) AS first, max(d.date) AS last, count(DISTINCT d) AS documents
WHERE ($since IS NULL OR last + '~' >= $since) AND ($until IS NULL OR first <= $until + '~')
RETURN post.id AS post, post.label AS title, body.id AS body, body.label AS body_name, person.id AS person,
  person.label AS name, first, last, documents
ORDER BY post, coalesce(body, ''), coalesce(last, '') DESC, person
