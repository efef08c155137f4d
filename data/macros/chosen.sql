-- One row per participant of a choice; NULL leaves a part of it open.
-- (wanted_region, wanted_specialty, wanted_origin, wanted_language, wanted_graduation, wanted_cohort)
SELECT participant.*
FROM participant
WHERE home_region = coalesce(wanted_region, home_region)
    AND (wanted_specialty IS NULL OR wanted_specialty IN (coalesce(specialty_sought, 'no specialty'), specialty_group))
    AND origin_region = coalesce(wanted_origin, origin_region)
    AND graduation_band = coalesce(wanted_graduation, graduation_band)
    AND cohort_year = coalesce(wanted_cohort::BIGINT, cohort_year)
    AND (
        wanted_language IS NULL
        OR participant_id IN (
            SELECT spoken.participant_id
            FROM participant_language AS spoken
            WHERE spoken.language_code = wanted_language
        )
    )
ORDER BY participant_id
