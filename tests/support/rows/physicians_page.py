"""Does the physicians page answer by the count that is chosen, take a table of one's own, and say what to load?"""


def headline(page):
    assert not page.exception
    assert not page.error
    return page.subheader[0].value
