// summary:
//   en: Who met whom, how often, first and last
//   kk: Кім кіммен кездесті, неше рет, алғаш және соңғы рет қашан
//   ru: Кто с кем встречался, сколько раз, когда впервые и в последний раз
// params:
//   actor: {type: actor, description: "only contacts of this actor"}
//   since: {type: date, description: "the last meeting is not before this"}
//   until: {type: date, description: "the first meeting is not after this"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   one: an actor
//   one_name: its name
//   other: the actor that it met
//   other_name: its name
//   meetings: in how many meetings that were held
//   first: date of the first
//   last: date of the last
// tags: [actors, meetings, derived]
MATCH (one:Actor)-[met:MET]->(other:Actor)
WHERE ($actor IS NULL OR one.id = $actor OR other.id = $actor)
  AND ($since IS NULL OR met.last + '~' >= $since)
  AND ($until IS NULL OR met.first <= $until + '~')
RETURN one.id AS one, one.label AS one_name, other.id AS other, other.label AS other_name, met.count AS meetings,
  met.first AS first, met.last AS last
ORDER BY meetings DESC, one, other
