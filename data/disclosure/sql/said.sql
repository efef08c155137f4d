-- One row per dimension of which the roster says something of anyone.
SELECT dimension
FROM participant_member
WHERE member NOT IN ('no county', 'no country', 'no specialty', 'Not known')
UNION
SELECT dimension
FROM (VALUES ('cohort'), ('standing'), ('obligation'), ('acceptance')) AS always (dimension)
ORDER BY dimension
