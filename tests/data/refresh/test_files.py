"""Are packed files held to what they say, and is every file's day told as it is known?"""

import datetime
import zipfile

import pytest

from data.errors import SourceError
from data.refresh import source, unpack
from data.refresh.recipes import Fresh


def test_a_zip_that_is_damaged_or_far_too_large_is_refused(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.csv", bytes(2**22))
    with pytest.raises(SourceError, match="unpacks to is larger than 1 MB"):
        unpack.check_zip(path, 2**20)
    unpack.check_zip(path, 2**22)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(SourceError, match="is a damaged zip"):
        unpack.check_zip(path, 2**22)
    path.write_bytes(content[:100])
    with pytest.raises(SourceError, match="is a damaged zip"):
        unpack.check_zip(path, 2**22)


def test_a_day_is_the_users_word_then_the_files_the_catalogues_the_servers():
    told = {"day": "2026-10-14", "modified": "Fri, 20 Nov 2026 08:00:00 GMT"}
    dated = Fresh({}, datetime.date(2024, 7, 1), "Census Bureau, July 2024")
    given = datetime.date(2026, 9, 1)
    assert source.known("HRSA", dated, told, given)["as_of_label"] == "HRSA, September 2026"
    assert source.known("HRSA", dated, told)["as_of_label"] == "Census Bureau, July 2024"
    assert source.known("CMS", Fresh({}), told)["as_of_label"] == "CMS, October 2026"
    stamped = source.known("HRSA", Fresh({}), {"modified": told["modified"], "day": "soon"})
    assert (stamped["as_of"], stamped["as_of_label"]) == (datetime.date(2026, 11, 20), "HRSA, file of 20 November 2026")
    today = datetime.date.today()
    label = f"HRSA, retrieved {today.day} {today:%B %Y}"
    assert source.known("HRSA", Fresh({}), {}) == {"as_of": today, "as_of_label": label, "retrieved": today}
