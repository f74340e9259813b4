// summary:
//   en: What two countries spoke about in their meetings
//   kk: Екі елдің кездесулеріндегі тақырыптар
//   ru: О чём говорили две страны на встречах
// params:
//   one: {type: country, description: "a country", required: true}
//   other: {type: country, description: "another country", required: true}
//   limit: {type: limit, description: "at most so many rows", default: "100"}
// returns:
//   topic: the topic
//   name: its words
//   meetings: in how many meetings
//   last: date of the last
// tags: [countries, topics]
MATCH (m)-[:SIDE]->(:Entity {id: $one})
MATCH (m)-[:SIDE]->(:Entity {id: $other})
WHERE $one <> $other
MATCH (m)-[:TOPIC]->(topic)
WITH topic, count(DISTINCT m) AS meetings, max(m.dates[-1]) AS last
RETURN topic.id AS topic, topic.label AS name, meetings, last
ORDER BY meetings DESC, coalesce(last, '') DESC, topic
