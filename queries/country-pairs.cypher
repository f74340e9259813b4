// summary:
//   en: Pairs of countries by how often they met, with the agreements between them
//   kk: Кездесу саны бойынша елдер жұптары
//   ru: Пары стран по числу встреч
// params:
//   country: {type: country, description: "only pairs with this country"}
//   limit: {type: limit, description: "at most so many rows", default: "50"}
// returns:
//   one: a country
//   one_name: its name
//   other: another country
//   other_name: its name
//   meetings: how many meetings were held
//   agreements: how many agreements bind both
//   last: date of the last meeting
// tags: [countries, derived]
MATCH (one:Country)-[met:MET]->(other:Country)
WHERE $country IS NULL OR one.id = $country OR other.id = $country
OPTIONAL MATCH (one)<-[:PARTY]-(a)-[:PARTY]->(other)
WITH one, other, met, count(DISTINCT a) AS agreements
RETURN one.id AS one, one.label AS one_name, other.id AS other, other.label AS other_name, met.count AS meetings, agreements,
  met.last AS last
ORDER BY meetings DESC, one, other
