"""What do staff see of a choice of participants?"""


def rows(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].values.tolist()]
