from kg.view.drawing import draw
from kg.view.reading import read
from tests.view.helpers import small_graph


def drawn(graph):
    contents = read(graph)
    return contents, draw(contents)


def between(contents, drawing, one, other):
    ids = [contents.actors[spot.actor].id if spot.actor is not None else None for spot in drawing.spots]
    return [line for line in drawing.lines if {ids[line.source], ids[line.target]} == {one, other}]


def test_all_held_meetings_of_two_are_one_line():
    contents, drawing = drawn(small_graph())
    (line,) = between(contents, drawing, "person/aidar-sarsenov", "person/hans-maier")
    assert (line.kind, line.standing, len(line.facts)) == ("meeting", "done", 2)


def test_a_meeting_of_three_is_a_node_joined_to_each():
    _, drawing = drawn(small_graph())
    (spot,) = [number for number, spot in enumerate(drawing.spots) if spot.kind == "Meeting"]
    lines = [line for line in drawing.lines if line.source == spot]
    assert len(lines) == 3
    assert {line.standing for line in lines} == {"planned"}


def test_planned_held_and_cancelled_differ():
    _, drawing = drawn(small_graph())
    assert {line.standing for line in drawing.lines if line.kind == "meeting"} == {"done", "planned", "off"}


def test_lines_of_several_kinds_between_two_stay_apart():
    contents, drawing = drawn(small_graph())
    lines = between(contents, drawing, "country/CH", "country/KZ")
    assert sorted(line.kind for line in lines) == ["agreement", "derived"]
    assert len({line.turn for line in lines}) == 2


def test_an_office_points_from_the_holder_to_the_body():
    contents, drawing = drawn(small_graph())
    (line,) = between(contents, drawing, "person/aidar-sarsenov", "country/KZ")
    assert line.directed
    assert contents.actors[drawing.spots[line.source].actor].id == "person/aidar-sarsenov"


def test_who_has_more_links_is_drawn_larger():
    contents, drawing = drawn(small_graph())
    sizes = {contents.actors[spot.actor].id: spot.size for spot in drawing.spots if spot.actor is not None}
    assert sizes["country/KZ"] > sizes["country/KG"]


def test_every_fact_that_joins_two_or_more_is_in_the_picture():
    contents, drawing = drawn(small_graph())
    shown = {fact for line in drawing.lines for fact in line.facts}
    assert shown == {number for number, fact in enumerate(contents.facts) if len(fact.actors) > 1}
