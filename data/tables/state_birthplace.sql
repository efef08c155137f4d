-- One row per birthplace of a state's foreign-born people (Minnesota only).
SELECT
    state_name,
    birthplace,
    country_code,
    foreign_born,
    foreign_born_moe
FROM reference.state_birthplace
ORDER BY state_name, birthplace
