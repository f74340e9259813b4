import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.layout import positions, stress
from kg.view.packing import make_room

BOX = (130.0, 50.0)


def overlaps(places, boxes):
    return [
        (one, other)
        for one, other in itertools.combinations(range(len(places)), 2)
        if all(abs(places[one][axis] - places[other][axis]) < (boxes[one][axis] + boxes[other][axis]) / 2 - 3 for axis in (0, 1))
    ]


def test_no_node_needs_no_place():
    assert positions([], []) == []


def test_the_same_graph_gets_the_same_places():
    edges = [(number, (number * 7 + 1) % 40) for number in range(40)]
    assert positions([BOX] * 40, edges) == positions([BOX] * 40, edges)


def test_the_direction_and_repetition_of_edges_do_not_matter():
    assert positions([BOX] * 4, [(0, 1), (1, 2), (2, 3)]) == positions([BOX] * 4, [(1, 0), (0, 1), (2, 1), (3, 2), (1, 1)])


def test_labels_of_a_star_do_not_overlap():
    boxes = [BOX] * 30
    assert overlaps(positions(boxes, [(0, number) for number in range(1, 30)]), boxes) == []


def test_parts_without_connection_do_not_overlap():
    boxes = [BOX] * 24
    assert overlaps(positions(boxes, [(number, number + 1) for number in range(0, 24, 2)]), boxes) == []


def test_neighbours_lie_nearer_than_the_ends_of_a_chain():
    points = stress(6, np.array([[number, number + 1] for number in range(5)]))
    ends = np.linalg.norm(points[0] - points[5])
    assert all(np.linalg.norm(points[number] - points[number + 1]) < ends / 3 for number in range(5))


def test_two_clusters_with_one_bridge_come_apart():
    one, other = list(itertools.combinations(range(8), 2)), list(itertools.combinations(range(8, 16), 2))
    places = np.array(positions([(20.0, 20.0)] * 16, [*one, *other, (0, 8)]))
    middle = [places[:8].mean(axis=0), places[8:].mean(axis=0)]
    reach = max(np.linalg.norm(places[:8] - middle[0], axis=1).mean(), np.linalg.norm(places[8:] - middle[1], axis=1).mean())
    assert np.linalg.norm(middle[0] - middle[1]) > 2 * reach


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 24).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40))
    )
)
def test_any_graph_gets_a_whole_place_for_each_node(graph):
    count, edges = graph
    places = positions([BOX] * count, edges)
    assert len(places) == count
    assert len(set(places)) == count
    assert all(abs(x) < 1e6 and abs(y) < 1e6 for x, y in places)


def test_boxes_that_lie_on_one_another_are_pushed_apart():
    boxes = np.array([BOX] * 5)
    points = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [2.0, 2.0], [-1.0, 3.0]])
    assert overlaps(make_room(points, boxes), boxes) == []
