// summary:
//   en: Whom two actors have both met
//   kk: Екі тараптың екеуімен де кездескендер
//   ru: С кем встречались оба действующих лица
// params:
//   one: {type: actor, description: "an actor", required: true}
//   other: {type: actor, description: "another actor", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   contact: whom both have met
//   name: its name
//   kind: its class
//   with_one: in how many meetings with the one
//   with_other: in how many with the other
//   last_with_one: date of the last meeting with the one
//   last_with_other: date of the last with the other
// tags: [actors, derived]
MATCH (:Entity {id: $one})-[first:MET]-(contact:Actor)
MATCH (contact)-[second:MET]-(:Entity {id: $other})
WHERE $one <> $other AND contact.id <> $one AND contact.id <> $other
UNWIND ['Country', 'Organization', 'Person'] AS kind
WITH contact, kind, first, second
WHERE kind IN labels(contact)
RETURN contact.id AS contact, contact.label AS name, kind, first.count AS with_one, second.count AS with_other,
  first.last AS last_with_one, second.last AS last_with_other
ORDER BY with_one + with_other DESC, contact, kind
