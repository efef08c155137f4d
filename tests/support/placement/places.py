"""Places for tests of placement: a few areas with what they are short of, and plain loops over them."""

import itertools

import pandas as pd

GROUPS = ("spanish", "indo_european", "asian_pacific", "other")


def places(*rows):
    """Places from {column: value}; what is left out does not matter."""
    plain = {
        "fte": 0.0,
        "fte_to_target": 2.0,
        "hpsa_score": 10,
        "area_population": 1000,
        "rucc_2023": 1,
        "region": "r",
        "county_fips": "27001",
        "county": "Aitkin County",
        **{f"limited_english_{group}": 0 for group in GROUPS},
    }
    found = [{"area_id": f"a{n}", "area": f"Area {n}", **plain, **row} for n, row in enumerate(rows)]
    for row in found:
        row.setdefault("fte_short", row["fte_to_target"])
        row.setdefault("implied_population", 3_500 * (row["fte"] + row["fte_to_target"]))
    return pd.DataFrame(found)


def beyond(place, there, weights):
    """What full-time physicians of these languages add beyond the gap, one after another, by a plain formula."""
    rural = place["rucc_2023"] >= 4
    total = len(there) * (weights.score * place["hpsa_score"] / 25 + weights.rural * rural)
    each = place["implied_population"] / place["fte_to_target"]
    for spoken in {one for one in there if one}:
        people = place[f"limited_english_{spoken}"]
        share = people / place["area_population"] if place["area_population"] else 0
        left, first = people, min(people, each)
        for _ in range(there.count(spoken)):
            total += weights.language * min(share / 0.05, 1) * min(left, each) / first if first else 0
            left -= min(left, each)
    return total


def filled(need, fte, last_share):
    """What so many FTE are worth in an area of this need: the first counts 1, the last `last_share`."""
    sent = min(fte, need)
    return sent - (1 - last_share) * sent**2 / (2 * need) if need else 0.0


def best(rows, spoken, plan):
    """The most that any placement of full-time physicians is worth; `spoken` has a language group for each."""
    values = []
    for chosen in itertools.product([None, *range(len(rows))], repeat=len(spoken)):
        total = 0.0
        for place in range(len(rows)):
            there = [who for who, where in zip(spoken, chosen, strict=True) if where == place]
            need = rows[place]["fte_to_target"]
            if len(there) > min(plan.capacity, -(-need // 1)):
                break
            total += filled(need, len(there), plan.weights.last_share)
            total += beyond(rows[place], there, plan.weights)
        else:
            values.append(total)
    return max(values)
