"""Do small groups join others so that everyone is counted once, and no group stays small?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from data.disclosure import rollup
from data.disclosure.rollup import ALL, Leaf, Others

K = 11
OTHERS = Others("Other regions", "Other counties, {parent}")
quietly = settings(max_examples=150, deadline=None, derandomize=True)


def flat(**people):
    """Leaves below no parent, in this order."""
    return [Leaf("language", ALL, "", name, name.title(), n, size) for n, (name, size) in enumerate(people.items())]


def nested(**families):
    """Leaves below parents."""
    return [
        Leaf("residence", parent, parent.title(), f"{parent}/{name}", name.title(), 0, size)
        for parent, sizes in families.items()
        for name, size in sizes.items()
    ]


def told(members):
    """Parent, member and its leaves."""
    return [(one.parent, one.member, sorted(one.leaves)) for one in members]


def test_large_groups_stay_and_small_ones_join_the_others():
    found = rollup.tree(flat(a=30, b=6, c=12, d=5), K, OTHERS)
    assert told(found) == [(ALL, "a", ["a"]), (ALL, "c", ["c"]), (ALL, "others of all", ["b", "d"])]
    assert [one.level for one in found] == [1, 1, 1]


def test_others_too_few_together_take_in_the_smallest_of_the_rest():
    found = rollup.tree(flat(a=30, b=6, c=12, d=13), K, OTHERS)
    assert told(found) == [(ALL, "a", ["a"]), (ALL, "d", ["d"]), (ALL, "others of all", ["b", "c"])]


def test_of_groups_as_large_the_last_by_name_joins_the_others():
    for leaves in (flat(a=12, b=12, c=3), flat(c=3, b=12, a=12)):
        assert told(rollup.tree(leaves, K, OTHERS))[0] == (ALL, "a", ["a"])


def test_a_group_of_just_the_least_count_stays():
    assert told(rollup.tree(flat(a=11, b=11), K, OTHERS)) == [(ALL, "a", ["a"]), (ALL, "b", ["b"])]


def test_where_all_are_small_they_are_one():
    assert told(rollup.tree(flat(a=3, b=2), K, OTHERS)) == [(ALL, "others of all", ["a", "b"])]


def test_one_member_alone_stays_whatever_its_size():
    assert told(rollup.tree(flat(a=3), K, OTHERS)) == [(ALL, "a", ["a"])]


def test_children_join_below_their_own_parent_and_small_parents_have_none():
    leaves = nested(metro={"x": 40, "y": 4, "z": 8}, north={"u": 6, "v": 3}, south={"w": 9})
    assert told(rollup.tree(leaves, K, OTHERS)) == [
        (ALL, "metro", ["metro/x", "metro/y", "metro/z"]),
        ("metro", "metro/x", ["metro/x"]),
        ("metro", "others of metro", ["metro/y", "metro/z"]),
        (ALL, "others of all", ["north/u", "north/v", "south/w"]),
    ]


def test_a_parent_left_with_one_child_has_none():
    for counties in ({"x": 40}, {"x": 8, "y": 9}, {"x": 40, "y": 1}):
        assert [one.level for one in rollup.tree(nested(metro=counties), K, OTHERS)] == [1]


def test_a_child_that_nobody_belongs_to_is_not_told():
    leaves = nested(metro={"x": 40, "y": 30, "z": 0}, north={"u": 20, "v": 0})
    assert [one.member for one in rollup.tree(leaves, K, OTHERS)] == ["metro", "metro/x", "metro/y", "north"]


def test_parents_that_are_kept_stay_though_small():
    leaves = nested(running={"x": 3}, served={"y": 2}, none={"z": 40})
    assert [one.member for one in rollup.tree(leaves, K, OTHERS, keeps_parents=True)] == ["none", "running", "served"]


def test_not_known_is_a_group_as_any_other():
    leaves = [*nested(metro={"x": 40}), Leaf("residence", "Not known", "Not known", "no county", "Not known", 0, 14)]
    assert [one.label for one in rollup.tree(leaves, K, OTHERS)] == ["Metro", "Not known"]


def test_what_never_folds_stays_as_it_is():
    leaves = nested(ended={"left": 1, "alternative": 2}, on_the_way={"new": 50})
    names = ["ended", "ended/left", "ended/alternative", "on_the_way", "on_the_way/new"]
    assert [one.member for one in rollup.never(leaves)] == names


SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), min_size=1)
FAMILIES = st.dictionaries(st.sampled_from(["metro", "north", "south"]), SIZES, min_size=1)


def conserved(leaves, members, parents=(ALL,)):
    """Nobody is lost or counted twice below each parent, and none is small unless it holds all there are."""
    size = {leaf.member: leaf.people for leaf in leaves}
    for parent in parents:
        held = [one.leaves for one in members if one.parent == parent]
        whole = next((one.leaves for one in members if one.member == parent), tuple(size))
        assert sorted(leaf for part in held for leaf in part) == sorted(whole)
        assert len(held) == 1 or min(sum(size[leaf] for leaf in part) for part in held) >= K
    assert len({one.member for one in members}) == len(members)


@quietly
@given(families=FAMILIES, draw=st.data())
def test_in_a_tree_everyone_is_in_one_group_a_level(families, draw):
    leaves = nested(**families)
    members = rollup.tree(leaves, K, OTHERS)
    conserved(leaves, members, {one.parent for one in members})
    assert all(sum(other.parent == one.parent for other in members) > 1 for one in members if one.level == 2)
    again = rollup.tree(draw.draw(st.permutations(leaves)), K, OTHERS)
    assert told(again) == told(members)
