-- Two House districts make a Senate district, to the last person, and every kind of district holds all people.
WITH halves AS (
    SELECT left(district, -1) AS district, sum(district_people_2020) AS people, count(*) AS halves
    FROM district
    WHERE district_kind = 'house'
    GROUP BY 1
)

SELECT coalesce(senate.district, halves.district) AS district, senate.district_people_2020, halves.people
FROM (SELECT district, district_people_2020 FROM district WHERE district_kind = 'senate') AS senate
FULL JOIN halves USING (district)
WHERE coalesce(senate.district_people_2020 <> halves.people OR halves.halves <> 2, TRUE)
UNION ALL
SELECT district_kind, sum(district_people_2020), count(*)
FROM district
GROUP BY district_kind
HAVING sum(district_people_2020) <> (SELECT sum(district_people_2020) FROM district WHERE district_kind = 'house')
