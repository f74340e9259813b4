// summary:
//   en: Who signed agreements together with a person
//   kk: Тұлғамен бірге келісімдерге қол қойғандар
//   ru: Кто подписывал соглашения вместе с персоной
// params:
//   person: {type: person, description: "a signatory", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   other: another signatory
//   other_name: the person's name
//   agreements: how many agreements both signed
//   last: the last date that documents give for one of them
// tags: [people, agreements]
MATCH (a)-[:SIGNATORY]->(:Entity {id: $person})
MATCH (a)-[:SIGNATORY]->(other)
WHERE other.id <> $person
WITH other, count(DISTINCT a) AS agreements, max(a.dates[-1]) AS last
RETURN other.id AS other, other.label AS other_name, agreements, last
ORDER BY agreements DESC, coalesce(last, '') DESC, other
