// summary:
//   en: How many meetings a country took part in, itself or through its people, by month
//   kk: Елдің айлар бойынша кездесулерінің саны
//   ru: Сколько встреч было у страны по месяцам
// params:
//   country: {type: country, description: "which country", required: true}
//   since: {type: date, description: "not before this day, month or year"}
//   until: {type: date, description: "not after this day, month or year"}
// returns:
//   month: year and month; meetings of which only the year is known are left out
//   meetings: how many were held
// tags: [countries, meetings, time]
MATCH (m)-[:SIDE]->(:Entity {id: $country})
WHERE 'held' IN m.statuses
WITH m, m.dates[-1] AS date
WHERE size(date) >= 7 AND ($since IS NULL OR date + '~' >= $since) AND ($until IS NULL OR date <= $until + '~')
RETURN substring(date, 0, 7) AS month, count(m) AS meetings
ORDER BY month
