-- One row per state or territory; has_counties is false where population estimates do not reach.
SELECT
    state,
    left(min(county_fips), 2) AS state_fips,
    state_name,
    TRUE AS has_counties
FROM reference.county_population_2024
GROUP BY state, state_name
UNION ALL
SELECT
    territory.state,
    territory.state_fips,
    territory.state_name,
    FALSE AS has_counties
FROM (
    VALUES
    ('AS', '60', 'American Samoa'),
    ('FM', '64', 'Federated States of Micronesia'),
    ('GU', '66', 'Guam'),
    ('MH', '68', 'Marshall Islands'),
    ('MP', '69', 'Northern Mariana Islands'),
    ('PW', '70', 'Republic of Palau'),
    ('PR', '72', 'Puerto Rico'),
    ('VI', '78', 'U.S. Virgin Islands')
) AS territory (state, state_fips, state_name)
ORDER BY state_name
