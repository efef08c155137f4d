-- One row per dimension, member as published, and stage: the people whose furthest stage that is.
SELECT
    fold.dimension,
    fold.published,
    stage.stage_number,
    count(DISTINCT link.participant_id) AS people
FROM participant_member AS link
JOIN fold USING (dimension, member)
JOIN participant USING (participant_id)
JOIN stage USING (stage)
GROUP BY fold.dimension, fold.published, stage.stage_number
ORDER BY fold.dimension, fold.published, stage.stage_number
