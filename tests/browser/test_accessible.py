"""WCAG 2.2 A and AA as far as axe can tell, in each state of the page that a reader can meet."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
PHONE = {"width": 390, "height": 844}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE], ids=["wide", "phone"])
def test_map_panel_and_table_break_no_rule(site, scheme, size):
    site.page.emulate_media(color_scheme=scheme)
    site.page.set_viewport_size(size)
    site.open()
    assert violations(site.page) == []
    site.page.get_by_role("combobox").fill("а")
    assert violations(site.page) == []
    site.page.keyboard.press("Enter")
    assert violations(site.page) == []
    site.page.get_by_role("button", name="Кесте").click()
    assert violations(site.page) == []
    site.page.locator("#table .fact").first.click()
    assert violations(site.page) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_language_breaks_no_rule(site, language):
    site.open(language=language)
    site.page.locator("#legend").evaluate("legend => { legend.open = true; }")
    assert violations(site.page) == []


def test_every_control_can_be_reached_with_the_tab_key(site):
    site.open()
    controls = "[...document.querySelectorAll('button, input, summary, a[href], #picture')]"
    wanted = site.page.evaluate(f"{controls}.filter(each => each.offsetParent !== null).length")
    reached = set()
    for _ in range(wanted + 3):
        site.page.keyboard.press("Tab")
        reached.add(site.page.evaluate(f"{controls}.indexOf(document.activeElement)"))
    assert len(reached - {-1}) == wanted
