"""Is a number said with as many digits as the data bear?"""

from hypothesis import settings

quietly = settings(max_examples=100, deadline=None, derandomize=True)
