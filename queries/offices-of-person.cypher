// summary:
//   en: Offices that documents give a person, and between which dates
//   kk: Құжаттар бойынша тұлғаның лауазымдары
//   ru: Должности персоны по документам
// params:
//   person: {type: person, description: "whose offices", required: true}
// returns:
//   post: the office
//   title: its title
//   body: of which country or organization
//   body_name: its name
//   first: date of the first document that says so
//   last: date of the last
//   documents: how many documents say so
// tags: [people, offices]
MATCH (:Entity {id: $person})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(post:Post)
WHERE c.predicate = 'holds' AND c.negated = false
MATCH (c)<-[:STATES]-(d:Document)
OPTIONAL MATCH (post)-[:OF_BODY]->(body)
WITH post, body, min(d.date) AS first, max(d.date) AS last, count(DISTINCT d) AS documents
RETURN post.id AS post, post.label AS title, body.id AS body, body.label AS body_name, first, last, documents
ORDER BY coalesce(last, '') DESC, post, coalesce(body, '')
