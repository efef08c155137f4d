"""Does the page on language answer for every place and any address, and show protected counts alone?"""

from tests.support.pages import opened


def answered(**query):
    page = opened("language", **query)
    assert not page.exception
    assert not page.error
    return page
