// summary:
//   en: Actors whose name holds some letters
//   kk: Атауы бойынша тараптар
//   ru: Действующие лица по имени
// params:
//   name: {type: text, description: "letters of the name or another name, in any case"}
//   type: {type: actor_class, description: "only of this class: Person, Organization or Country"}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   actor: the actor
//   label: its name
//   kind: its class
//   documents: how many documents speak of it
// tags: [actors]
MATCH (a:Actor)
WHERE $name IS NULL
  OR any(word IN coalesce(a.names, []) WHERE word <> coalesce(a.iso, '') AND toLower(word) CONTAINS toLower($name))
  OR any(word IN coalesce(a.alias, []) WHERE toLower(word) CONTAINS toLower($name))
OPTIONAL MATCH (a)<-[:DESCRIBES]-(d:Document)
WITH a, count(d) AS documents
UNWIND ['Country', 'Organization', 'Person'] AS kind
WITH a, documents, kind
WHERE kind IN labels(a) AND ($type IS NULL OR kind = $type)
RETURN a.id AS actor, a.label AS label, kind, documents
ORDER BY documents DESC, actor, kind
