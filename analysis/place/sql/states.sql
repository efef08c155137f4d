-- One row per state with counties: what the choice of a state is made of.
SELECT
    state,
    state_fips,
    state_name
FROM state
WHERE has_counties
ORDER BY state_name
