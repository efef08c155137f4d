"""What moved between two vintages: gained, lost, changed, and what cannot be said with certainty?"""

import pandas as pd

from data.updates import compare as updates_compare

NAMED = {"state_name": "Minnesota", "discipline": "primary_care", "area": "Elm", "designation_type": "geographic"}
NAMED |= {"status": "designated", "hpsa_score": 10, "fte": 1.0, "fte_short": 1.0}


def pictured(*rows, version="v"):
    """A picture of these areas, and of no people and no source."""
    listed = [NAMED | {"area_id": f"a{n}"} | row for n, row in enumerate(rows)]
    people = pd.DataFrame({"state_name": [], "discipline": [], "people": []}, dtype=object)
    source = pd.DataFrame({name: [] for name in ("source_id", "title", "as_of_label", "sha256")}, dtype=object)
    area = pd.DataFrame(listed, columns=[*NAMED, "area_id"])
    return updates_compare.Picture(version, area, people, source.assign(is_of_areas=False), {})


def stepped(n):
    """A step as it is kept, its time by number."""
    return {"when": f"2026-11-23T04:00:{n:02d}.000000+00:00", "before": "a", "after": "b"}
