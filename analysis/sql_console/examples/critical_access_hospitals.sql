-- Which critical access hospitals stand in counties where 99.5% of people or more live in designated areas?
-- $state: VARCHAR postal code
SELECT
    hospital.hospital_id,
    hospital.hospital,
    hospital.city,
    county.county,
    hospital.beds,
    hospital.has_emergency
FROM hospital
JOIN county USING (county_fips)
JOIN county_shortage AS shortage USING (county_fips)
WHERE hospital.state = coalesce($state, 'MN')
    AND hospital.is_critical_access
    AND shortage.discipline = 'primary_care'
    AND shortage.status_choice = 'designated'
    AND shortage.type_choice = 'all'
    AND shortage.shortage_population_share >= 0.995
ORDER BY county.county, hospital.hospital_id
