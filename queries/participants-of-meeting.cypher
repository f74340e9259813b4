// summary:
//   en: Who took part in a meeting, in which part and office
//   kk: Кездесуге кім, қандай рөлде және лауазымда қатысты
//   ru: Кто участвовал во встрече, в какой роли и должности
// params:
//   meeting: {type: meeting, description: "the id of a meeting, as other questions give it", required: true}
// returns:
//   actor: who took part
//   name: its name
//   part: "host, guest or participant, where known"
//   office: title of the office, where known
//   documents: how many documents say so
// tags: [meetings, actors]
MATCH (m:Entity {id: $meeting})-[part:PARTICIPANT]->(actor)
OPTIONAL MATCH (m)<-[:OF_MEETING]-(role:Participation)-[:OF_ACTOR]->(actor)
OPTIONAL MATCH (role)-[:OF_POST]->(post)
WITH actor, part, min(role.part) AS in_part, min(post.label) AS office
RETURN actor.id AS actor, actor.label AS name, in_part AS part, office, part.documents AS documents
ORDER BY actor
