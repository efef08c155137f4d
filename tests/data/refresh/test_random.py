"""Whatever a publisher does on the way, is what comes one of the files that it had, and never two of them mixed?"""

from random import Random

import pytest

from data.refresh.download import fetch
from tests.support.publishers.publisher import QUICK, cut, packed, status

PATIENT = QUICK._replace(tries=50)


def moods(draw, bodies):
    """Any number of troubles, each with one of the files that the publisher had in turn, the last one in the end."""
    plans = []
    for n, body in enumerate(bodies):
        etag = draw.choice([f'"{n}"', f'W/"{n}"', ""])
        modified = f"Fri, {n + 1:02} Nov 2026 08:00:00 GMT"
        for _ in range(draw.randrange(4)):
            broken = cut(body, draw.randrange(len(body)), etag, modified, draw.random() < 0.7, draw.random() < 0.5)
            plans.append(draw.choice([broken, broken, status(500), status(429, Retry_After="1")]))
    last = cut(body, len(body), etag, modified, draw.random() < 0.7, draw.random() < 0.5)
    return [*plans, packed(body) if draw.random() < 0.1 else last]


@pytest.mark.parametrize("seed", range(40))
def test_a_file_comes_whole_and_unmixed(publisher, part, told, seed):
    draw = Random(seed)
    bodies = [draw.randbytes(draw.randrange(1, 300_000)) for _ in range(draw.randrange(1, 4))]
    address = publisher.answers(f"/{seed}.csv", *moods(draw, bodies))
    fetch(address, part, PATIENT, told.way())
    # An earlier one, if its last part came whole before the publisher had another.
    assert part.read_bytes() in bodies
    if len(bodies) == 1:
        assert len(publisher.asked) == 1 + len(told.waits)
