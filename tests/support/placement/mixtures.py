"""Small questions of placement whose physicians count differently, and plain loops over every placement there is."""

import itertools
from random import Random

from analysis.placement.cohort import LANGUAGES, Group
from analysis.placement.worth import DESIGNATION, Plan, Weights
from tests.support.placement.places import GROUPS, filled

COUNTS = {"lic": 1.0, "res": 0.1, "lim": 0.5}


def random_places(draw, number):
    rows = []
    for n in range(number):
        need = draw.choice([0.0, 0.05, 0.3, 0.6, 1.0, 1.1, 2.0, 3.3])
        row = {
            "fte_to_target": need,
            "hpsa_score": draw.randint(0, 25),
            "area_population": draw.choice([0, 500, 1000]),
            "rucc_2023": draw.choice([1, 9]),
            "region": draw.choice(["Northwest", "Southeast"]),
            "implied_population": need * draw.choice([20, 35, 3_500]),
            "area_id": f"a{n}",
            **{f"limited_english_{group}": draw.choice([0, 3, 20, 60]) for group in GROUPS},
        }
        rows.append(row)
    return rows


def random_cohort(draw, number):
    """Up to so many physicians in up to three groups that count differently."""
    stages = draw.sample(sorted(COUNTS), 3)
    sizes = [1, 1, draw.randint(0, max(number - 2, 0))]
    return [
        Group(size, "fm", draw.choice(["none", "spa", "spa", "som"]), stage, draw.choice(["", "", "", "rur", "nw"]))
        for size, stage in zip(sizes, stages, strict=True)
    ]


def random_plan(draw, groups, rows, *, limits=True):
    weights = draw.choice([Weights(0, 0, 0, 1), Weights(*(draw.random() for _ in range(4)))])
    plan = Plan(DESIGNATION, weights, capacity=draw.randint(1, 4), is_limited_licence=True)
    if not limits:
        return plan
    pairs = [(n, row["area_id"]) for n, group in enumerate(groups) for row in rows if group.physicians]
    pinned, banned = draw.sample(pairs, 2)
    minimum = draw.choice([0, 0, 0, 1])
    return plan._replace(
        pins=draw.choice([(), (), (pinned,)]),
        forbidden=draw.choice([(), (banned,)]),
        minimum=minimum,
        maximum=draw.choice([None, None, minimum + 1]),
    )


def who(groups):
    return [(n, group) for n, group in enumerate(groups) for _ in range(group.physicians)]


def worth(rows, groups, plan, chosen):
    """What a placement is worth: area by area, physician by physician, by plain formulas."""
    total, weights = 0.0, plan.weights
    for place, row in enumerate(rows):
        here = [one for (_, one), where in zip(who(groups), chosen, strict=True) if where == place]
        total += filled(row["fte_to_target"], sum(COUNTS[one.stage] for one in here), weights.last_share)
        extra = weights.score * row["hpsa_score"] / 25 + weights.rural * (row["rucc_2023"] >= 4)
        total += sum(COUNTS[one.stage] * extra for one in here)
        asked = row["fte_to_target"]
        reach = row["implied_population"] / asked if asked else 3_500
        for spoken in GROUPS:
            left = people = row[f"limited_english_{spoken}"]
            share = people / row["area_population"] if row["area_population"] else 0
            speak = [COUNTS[one.stage] for one in here if LANGUAGES[one.language].group == spoken]
            for effect in sorted(speak, reverse=True) if people else []:
                found = min(left, effect * reach)
                total += weights.language * min(share / 0.05, 1) * effect * found / min(people, effect * reach)
                left -= found
    return total


def closed(rows, groups, chosen):
    """FTE of gap closed in each area."""
    sent = [0.0] * len(rows)
    for (_, one), place in zip(who(groups), chosen, strict=True):
        if place is not None:
            sent[place] += COUNTS[one.stage]
    return [min(fte, row["fte_to_target"]) for fte, row in zip(sent, rows, strict=True)]


def every_placement(rows, groups, plan):
    """Each placement that may be: limits and choices by hand hold, and nobody closes nothing unless pinned."""
    people = who(groups)
    pins = {next(k for k, (n, _) in enumerate(people) if n == group): area for group, area in plan.pins}
    most = 99 if plan.maximum is None else plan.maximum
    for chosen in itertools.product([None, *range(len(rows))], repeat=len(people)):
        regions = [rows[place]["region"] for place in chosen if place is not None]
        counts = [regions.count(region) for region in {row["region"] for row in rows}]
        if all(plan.minimum <= count <= most for count in counts) and all(
            _may(rows, people, plan, pins, chosen, k) for k in range(len(people))
        ):
            yield chosen


def _may(rows, people, plan, pins, chosen, k):
    place, (number, group) = chosen[k], people[k]
    if place is None:
        return k not in pins
    row, area = rows[place], rows[place]["area_id"]
    here = [COUNTS[people[j][1].stage] for j, where in enumerate(chosen) if where == place]
    wished = {"": True, "rur": row["rucc_2023"] >= 4, "nw": row["region"] == "Northwest"}[group.wish]
    if not wished or (number, area) in plan.forbidden or len(here) > plan.capacity or pins.get(k, area) != area:
        return False
    without = round(sum(here) - COUNTS[group.stage], 9)
    return (k in pins and row["fte_to_target"] > 0) or without < row["fte_to_target"]


def seeded(seed, physicians=4, areas=3):
    """A random question, by seed."""
    draw = Random(seed)
    rows, groups = random_places(draw, areas), random_cohort(draw, physicians)
    return rows, groups, random_plan(draw, groups, rows)
