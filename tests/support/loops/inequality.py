"""The measures of inequality again, in plain loops over places or over pairs of them."""

from math import log


def gini(people, amounts):
    """Half the mean difference between two people's rates, over the mean rate."""
    total, mean = sum(people), sum(amounts) / sum(people)
    rates = [amount / own for own, amount in zip(people, amounts, strict=True)]
    apart = sum(
        n * m * abs(one - two)
        for n, one in zip(people, rates, strict=True)
        for m, two in zip(people, rates, strict=True)
    )
    return apart / (2 * total**2 * mean)


def theil_t(people, amounts):
    pairs = zip(people, amounts, strict=True)
    return sum(a / sum(amounts) * log((a / sum(amounts)) / (n / sum(people))) for n, a in pairs if a)


def theil_l(people, amounts):
    pairs = zip(people, amounts, strict=True)
    return sum(n / sum(people) * log((n / sum(people)) / (a / sum(amounts))) for n, a in pairs)


def hoover(people, amounts):
    """People's shares that places with too many would give up."""
    pairs = zip(people, amounts, strict=True)
    return sum(max(a / sum(amounts) - n / sum(people), 0) for n, a in pairs)


def concentration_index(people, amounts, ranking):
    total, mean, index = sum(people), sum(amounts) / sum(people), 0
    for own, amount, rank in zip(people, amounts, ranking, strict=True):
        lower = sum(n for n, other in zip(people, ranking, strict=True) if other < rank)
        same = sum(n for n, other in zip(people, ranking, strict=True) if other == rank)
        index += own / total * (amount / own - mean) * ((lower + same / 2) / total - 0.5)
    return 2 / mean * index


def split(measure, people, amounts, groups, weights):
    """Between and within by the book: the measure of the groups, and of each group by its weight."""
    members = {name: [n for n, group in enumerate(groups) if group == name] for name in sorted(set(groups))}
    own = [([people[n] for n in places], [amounts[n] for n in places]) for places in members.values()]
    between = measure([sum(part) for part, _ in own], [sum(part) for _, part in own])
    share = {"people": 0, "amounts": 1}[weights]
    whole = sum((people, amounts)[share])
    return between, sum(sum(pair[share]) / whole * measure(*pair) for pair in own if sum(pair[1]))
