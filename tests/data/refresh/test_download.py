"""Does a file come whole or not at all, however its line breaks?"""

import gzip
import itertools

import pytest

from data.errors import SourceError
from data.refresh import unpack
from data.refresh.download import Way, fetch
from tests.support.publishers import publisher as publishers_publisher
from tests.support.publishers.publisher import BODY, OTHER, QUICK, cut, packed, stall, status, whole


def test_a_file_comes_with_what_its_publisher_says_of_it(publisher, part, told):
    address = publisher.answers("/file.csv", whole(BODY))
    said = fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY
    assert said == {"address": address, "etag": '"one"', "modified": publishers_publisher.MODIFIED, "encoding": ""}
    assert told.shown[-1] == (len(BODY), len(BODY))
    assert publisher.asked[0].headers["Accept-Encoding"] == "identity"


def test_a_line_that_breaks_is_taken_up_where_it_broke(publisher, part, told):
    address = publisher.answers("/cut.csv", cut(BODY, 300_000), whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY
    assert publisher.ranges()[0] == ""
    assert 0 < int(publisher.ranges()[1].removeprefix("bytes=").rstrip("-")) <= 300_000
    assert publisher.asked[1].headers["If-Range"] == '"one"'
    assert "broke off after" in told.lines[0]


def test_a_publisher_that_falls_silent_is_asked_again(publisher, part, told):
    address = publisher.answers("/stall.csv", stall(BODY, 200_000, 0.5), whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY
    assert "has sent nothing for" in told.lines[0]
    assert publisher.ranges()[1].startswith("bytes=")


def test_what_has_come_is_kept_for_the_next_refresh(publisher, part, told):
    address = publisher.answers("/later.csv", cut(BODY, 300_000), status(503))
    with pytest.raises(SourceError, match=r"answers 503 .+ after 3 tries: try again later, what has come is kept"):
        fetch(address, part, QUICK, told.way())
    come = unpack.size(part)
    assert 0 < come <= 300_000
    publisher.answers("/later.csv", whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert publisher.ranges()[-1] == f"bytes={come}-"
    assert part.read_bytes() == BODY


def test_another_file_by_now_is_begun_anew(publisher, part, told):
    address = publisher.answers("/new.csv", cut(BODY, 300_000), whole(OTHER, etag='"two"'))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == OTHER


def test_another_file_without_a_mark_of_its_own_is_told_by_its_date(publisher, part, told):
    weak = 'W/"one"'
    address = publisher.answers(
        "/dated.csv", cut(BODY, 300_000, weak), whole(OTHER, etag=weak, modified="Sat, 21 Nov 2026 08:00:00 GMT")
    )
    fetch(address, part, QUICK, told.way())
    assert publisher.asked[1].headers["If-Range"] == publishers_publisher.MODIFIED
    assert part.read_bytes() == OTHER


def test_a_publisher_without_parts_sends_all_of_it_again(publisher, part, told):
    address = publisher.answers("/noparts.csv", cut(BODY, 300_000), whole(BODY, has_ranges=False))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY


def test_another_part_than_the_one_asked_for_is_not_put_behind_it(publisher, part, told):
    wrong = status(206, BODY[:1000], Content_Range=f"bytes 0-999/{len(BODY)}", ETag='"one"')
    address = publisher.answers("/wrong.csv", cut(BODY, 300_000), wrong, whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY
    assert "another part" in told.lines[1]


def test_the_head_of_a_part_may_say_less_than_that_of_the_whole(publisher, part, told):
    rest = status(206, BODY[300_000:], Content_Range=f"bytes 300000-{len(BODY) - 1}/{len(BODY)}", ETag='"one"')
    address = publisher.answers("/less.csv", cut(BODY, 300_000), rest)
    assert fetch(address, part, QUICK, told.way())["modified"] == publishers_publisher.MODIFIED
    assert part.read_bytes() == BODY


def test_the_part_of_another_address_is_not_gone_on_with(publisher, part, told):
    with pytest.raises(SourceError):
        fetch(publisher.answers("/a.csv", cut(BODY, 300_000), status(404)), part, QUICK, told.way())
    fetch(publisher.answers("/b.csv", whole(OTHER)), part, QUICK, told.way())
    assert publisher.ranges()[-1] == ""
    assert part.read_bytes() == OTHER


def test_a_file_packed_on_the_way_is_unpacked(publisher, part, told):
    fetch(publisher.answers("/packed.csv", packed(BODY)), part, QUICK, told.way())
    assert part.read_bytes() == BODY
    with pytest.raises(SourceError, match="packed as br"):
        fetch(publisher.answers("/br.csv", packed(BODY, "br")), part, QUICK, told.way())


def test_damaged_and_boundless_packing_is_refused(publisher, part, told):
    broken = status(200, gzip.compress(BODY)[:-2000], Content_Encoding="gzip")
    with pytest.raises(SourceError, match="damaged"):
        fetch(publisher.answers("/broken.csv", broken), part, QUICK, told.way())
    with pytest.raises(SourceError, match="larger than 2 MB"):
        fetch(publisher.answers("/bomb.csv", packed(bytes(2**24))), part, QUICK, told.way())
    assert not list(part.parent.iterdir())


def test_more_than_a_file_may_have_is_refused_before_and_while_it_comes(publisher, part, told):
    small = QUICK._replace(most_bytes=100_000)
    with pytest.raises(SourceError, match="larger than 100,000 bytes"):
        fetch(publisher.answers("/large.csv", whole(BODY)), part, small, told.way())
    assert not part.exists()
    assert not told.shown


def test_a_full_disk_is_said(publisher, part, told):
    part.parent.mkdir()
    part.symlink_to("/dev/full")
    with pytest.raises(SourceError, match=r"The disk of .+ is full: make room"):
        fetch(publisher.answers("/disk.csv", whole(BODY)), part, QUICK, told.way())


def test_stopping_keeps_what_has_come(publisher, part):
    count = itertools.count()

    def stop(_come, _all):
        if next(count):
            raise KeyboardInterrupt

    address = publisher.answers("/stopped.csv", whole(BODY))
    with pytest.raises(KeyboardInterrupt):
        fetch(address, part, QUICK, Way(print, stop))
    come = unpack.size(part)
    assert 0 < come < len(BODY)
    fetch(address, part, QUICK, Way(print))
    assert publisher.ranges()[-1] == f"bytes={come}-"
    assert part.read_bytes() == BODY
