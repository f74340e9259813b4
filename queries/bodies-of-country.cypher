// summary:
//   en: Bodies of a country and how often they met others
//   kk: Елдің органдары мен ұйымдары және олардың кездесулері
//   ru: Органы и организации страны и их встречи
// params:
//   country: {type: country, description: "which country", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   body: the organization
//   name: its name
//   meetings: how many meetings that were held it took part in
//   last: date of the last
//   documents: how many documents speak of it
// tags: [countries, organizations, meetings]
MATCH (body:Organization)-[:OF_COUNTRY]->(:Entity {id: $country})
OPTIONAL MATCH (m)-[:PARTICIPANT]->(body)
WHERE 'held' IN m.statuses
WITH body, count(DISTINCT m) AS meetings, max(m.dates[-1]) AS last
OPTIONAL MATCH (body)<-[:DESCRIBES]-(d:Document)
WITH body, meetings, last, count(d) AS documents
RETURN body.id AS body, body.label AS name, meetings, last, documents
ORDER BY meetings DESC, coalesce(last, '') DESC, body
