"""The page of queries in a browser that reaches nothing but the server: it works, does not complain, shows text as text."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.store import open_store
from tests.protocol.server import serving
from tests.store.helpers import Paper, visit

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "offline": False}  # even loopback counts as a network; other addresses are refused below


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editor") / "graph"
    evil = Paper("evil")
    evil.meeting("m9", evil.person("evil", HOSTILE), evil.person("other", "Басқа"), date="2025-12-01", label=HOSTILE)
    with open_store(str(folder)) as store:
        store.write([visit("d1"), evil.graph()])
    with serving(folder, "--timeout", "3") as running:
        yield running


@pytest.fixture
def editor(page, server):
    """The page, and all that went wrong on it."""
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))

    def route(route):
        if route.request.url.startswith((server.url, "data:", "blob:")):
            route.continue_()
        else:
            page.complaints.append(f"asked for {route.request.url}")
            route.abort()

    page.route("**/*", route)
    page.goto(server.url)
    page.wait_for_selector("body[data-ready]")
    return page


def write(page, text: str) -> None:
    page.locator(".CodeMirror").evaluate("(found, text) => found.CodeMirror.setValue(text)", text)


def ask(page) -> None:
    page.locator("button[type=submit]").click()
    page.wait_for_function(
        "() => !document.getElementById('answer').hidden || document.getElementById('state').matches('.failed')"
    )


def test_a_query_is_asked_and_its_answer_shown(editor):
    ask(editor)
    assert editor.locator("#result thead th").all_inner_texts() == ["meeting", "date", "label"]
    assert editor.locator("#result tbody tr").count() == 2
    assert HOSTILE in editor.locator("#result tbody").inner_text()
    assert editor.locator("#result img").count() == 0
    editor.locator("#result tbody a", has_text="meeting/m1").click()
    editor.wait_for_selector("h1 >> text=Кездесу m1")
    assert editor.complaints == []


def test_a_named_question_is_asked_with_its_parameters(editor):
    editor.locator("#question").select_option("who-met-whom")
    editor.locator("#parameters input[name=actor]").fill("Шавкат Мирзиёев")
    ask(editor)
    assert "Қасым-Жомарт Тоқаев" in editor.locator("#result tbody").inner_text()
    assert editor.locator("#result tbody tr").count() == 1
    assert editor.complaints == []


def test_a_question_may_be_changed_by_hand(editor):
    editor.locator("#question").select_option("recent-meetings")
    write(editor, "ASK { FILTER(1 = 2) }")
    ask(editor)
    assert editor.locator("#result").inner_text() == "Жоқ"
    write(editor, "CONSTRUCT WHERE { ?m a <https://w3id.org/elshi/ns#Meeting> }")
    ask(editor)
    assert "kg:Meeting" in editor.locator("#result pre").inner_text()
    assert editor.complaints == []


def test_what_is_wrong_is_told_on_the_page(editor):
    for text in ("SELECT * WHERE {", f"SELECT * WHERE {{ BIND('{HOSTILE}' AS ?x) "):
        write(editor, text)
        ask(editor)
        assert "SPARQL" in editor.locator("#state.failed").inner_text()
        assert editor.locator("#state img").count() == 0
    # The browser itself notes each answer that is an error.
    assert [told for told in editor.complaints if "status of 400" not in told] == []


def test_an_answer_is_downloaded_in_the_format_that_is_asked_for(editor):
    ask(editor)
    with editor.expect_download() as told:
        editor.locator("#downloads button", has_text="CSV").click()
    assert told.value.path().read_text(encoding="utf-8").splitlines()[0] == "meeting,date,label"
    assert editor.complaints == []


@pytest.mark.parametrize("path", ["", "id/country/KZ", "id/meeting/m9"])
def test_pages_can_be_used_by_everybody(editor, server, path):
    if path:
        editor.goto(server.url + path)
    found = Axe().run(editor).response["violations"]
    serious = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [(one["id"], [node["html"][:150] for node in one["nodes"]]) for one in serious] == []
    assert editor.complaints == []
