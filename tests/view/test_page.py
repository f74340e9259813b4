import base64
import hashlib
import json
import re

import pytest

from kg.model.facts import AGREEMENT_STATUSES, AGREEMENT_TYPES, MEETING_STATUSES, MEETING_TYPES
from kg.view import map_html
from kg.view.page import strings, to_json
from tests.view.helpers import page_data, small_graph


@pytest.fixture(scope="module")
def written():
    return map_html(small_graph(), title="Карта & <b>кездесулер</b>")


def policy(written):
    return re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)[1]


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(written):
    scripts = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    hashes = ["'sha256-" + base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() + "'" for each in scripts + styles]
    assert re.findall(r"'sha256-[^']+'", policy(written)) == hashes
    assert "unsafe" not in policy(written)
    assert policy(written).startswith("default-src 'none';")


def test_the_policy_stands_before_anything_it_must_govern(written):
    assert written.index("Content-Security-Policy") < written.index("<style") < written.index("<script")


def test_nothing_is_loaded_from_elsewhere(written):
    assert not re.search(r"<(?:link|iframe|object|embed|base)\b|<(?:script|img)[^>]*\bsrc", written)


def test_no_element_has_an_inline_style_or_handler(written):
    body = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", written, flags=re.DOTALL)
    assert not re.search(r"<[^>]*\s(?:style|on\w+)\s*=", body)


def test_the_title_is_text(written):
    assert "<title>Карта &amp; &lt;b&gt;кездесулер&lt;/b&gt;</title>" in written
    assert "<h1>Карта &amp; &lt;b&gt;кездесулер&lt;/b&gt;</h1>" in written


@pytest.mark.parametrize("text", ["</script><script>x</script>", "<!--<script>", "a & b", "\u2028\u2029", "]]>", "{{data}}"])
def test_data_cannot_leave_their_element_and_come_back_whole(text):
    written = to_json({"name": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


def test_a_title_that_looks_like_a_gap_of_the_template_stays_what_it_is():
    assert "<title>{{data}}</title>" in map_html(small_graph(), title="{{data}}")


def test_half_a_character_is_replaced_and_not_an_error():
    graph = small_graph()
    graph.nodes["country/KZ"]["name"] = "Қазақ\ud800стан"
    map_html(graph, title="\udfff").encode("utf-8")


def test_every_language_has_every_word():
    def keys(table, prefix=""):
        return {
            each
            for key, value in table.items()
            for each in (keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key})
        }

    assert keys(strings()["kk"]) == keys(strings()["ru"]) == keys(strings()["en"])


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_type_and_status_has_a_word(language):
    words = strings()[language]
    assert {*MEETING_TYPES, *AGREEMENT_TYPES} <= words["types"].keys()
    assert {*MEETING_STATUSES, *AGREEMENT_STATUSES} <= words["statuses"].keys()


def test_every_word_that_the_scripts_ask_for_exists(written):
    program = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)[1]
    asked = set(re.findall(r'word\("(\w+)"', program)) | set(re.findall(r'data-(?:text|label|placeholder)="(\w+)"', written))
    assert len(asked) > 30
    assert asked <= strings()["kk"].keys()


def test_names_stand_in_the_page_as_they_are_written(written):
    assert "Қырғызстан" in written
    assert {actor["name"] for actor in page_data(written)["actors"]} >= {"Айдар Сәрсенов", "Өзбекстан"}
