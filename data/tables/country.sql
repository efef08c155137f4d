-- One row per country.
SELECT
    country_code,
    country,
    origin_region
FROM reference.country
ORDER BY country_code
