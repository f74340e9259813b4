// summary:
//   en: The shortest chain of meetings between two actors, of at most four; of several as short the first in the order of its nodes
//   kk: Екі тарапты жалғайтын ең қысқа кездесулер тізбегі (төртке дейін)
//   ru: Кратчайшая цепочка встреч между двумя действующими лицами (до четырёх)
// params:
//   one: {type: actor, description: "from here", required: true}
//   other: {type: actor, description: "to there", required: true}
// returns:
//   step: 1 to 4
//   from: an actor
//   from_name: its name
//   to: whom it met
//   to_name: its name
//   meetings: how often
//   last: date of the last meeting
// tags: [actors, paths, derived]
MATCH (one:Entity {id: $one})
MATCH (other:Entity {id: $other})
WHERE one <> other
// Each length is looked for only where no shorter chain was found. No id holds a blank: joined ids sort as their lists do.
OPTIONAL MATCH (one)-[met:MET]-(other)
WITH one, other, CASE WHEN count(met) > 0 THEN '' ELSE null END AS direct
OPTIONAL MATCH (one)-[:MET]-(a)-[:MET]-(other)
WHERE direct IS NULL
WITH one, other, direct, min(a.id) AS two
WITH one, other, coalesce(direct, two) AS between
OPTIONAL MATCH (one)-[:MET]-(a)-[:MET]-(b)-[:MET]-(other)
WHERE between IS NULL
WITH one, other, between, min(a.id + ' ' + b.id) AS three
WITH one, other, coalesce(between, three) AS between
OPTIONAL MATCH (one)-[:MET]-()-[:MET]-(middle)
WHERE between IS NULL
WITH DISTINCT one, other, between, middle
OPTIONAL MATCH (middle)-[:MET]-(c)-[:MET]-(other)
WITH one, other, between, middle, min(c.id) AS c
ORDER BY CASE WHEN c IS NULL THEN 1 ELSE 0 END, middle.id
LIMIT 1
OPTIONAL MATCH (one)-[:MET]-(a)-[:MET]-(middle)
WHERE c IS NOT NULL
WITH one, other, between, middle, c, min(a.id) AS a
WITH one, other, coalesce(between, a + ' ' + middle.id + ' ' + c) AS between
WHERE between IS NOT NULL
WITH [one.id] + CASE WHEN between = '' THEN [] ELSE split(between, ' ') END + [other.id] AS chain
UNWIND range(1, size(chain) - 1) AS step
MATCH (start:Entity {id: chain[step - 1]})-[met:MET]-(end:Entity {id: chain[step]})
RETURN step, start.id AS from, start.label AS from_name, end.id AS to, end.label AS to_name, met.count AS meetings, met.last AS last
ORDER BY step
