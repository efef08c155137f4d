-- One row per legislative district of Minnesota: its people of 2020, and what the parts of tracts make of them.
SELECT
    district_kind,
    district,
    district_people_2020,
    district_people_2020_fitted,
    district_people_2020_held_out
FROM reference.district
ORDER BY district_kind, district
