import re

import networkx as nx
from playwright.sync_api import Page, expect


def colours(page: Page) -> int:
    return page.evaluate(
        """() => {
            const canvas = document.querySelector('#picture canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let i = 0; i < pixels.length; i += 4) seen.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
            return seen.size;
        }"""
    )


def test_the_map_draws_and_asks_for_nothing_and_complains_of_nothing(site):
    site.open()
    assert colours(site.page) > 50
    assert site.requests == [site.page.url]
    assert site.complaints == []


def test_an_empty_map_says_so(site):
    site.open(nx.MultiDiGraph())
    expect(site.page.locator("#empty")).to_be_visible()
    assert site.complaints == []


def test_a_click_on_a_node_tells_who_it_is(site):
    site.open()
    site.page.mouse.click(*site.place(site.spot("Айдар Сәрсенов")))
    panel = site.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Айдар Сәрсенов")
    expect(panel).to_contain_text("А.Сәрсенов")
    expect(panel).to_contain_text("Сыртқы істер министрі")
    expect(panel.get_by_role("button", name="Ханс Майер").first).to_be_visible()


def test_a_click_on_a_line_shows_every_sentence_with_the_very_words(site):
    site.open()
    site.click_line("Айдар Сәрсенов", "Ханс Майер", "meeting")
    panel = site.page.locator("#panel")
    expect(panel.locator("h2")).to_contain_text("Ханс Майер")
    expect(panel.locator("mark")).to_have_text(["Ханс Майермен кездесті", "телефон арқылы тілдескен"])
    expect(panel.locator("blockquote").first).to_contain_text("Сыртқы істер министрі Айдар Сәрсенов Бернде")
    caption = panel.locator("figcaption").first
    for part in ("Сәрсенов Бернде Майермен кездесті", "2026-03-04", "kk.frame.d1", "0,9"):
        expect(caption).to_contain_text(part)
    expect(caption).to_contain_text(re.compile(r"\d+–\d+"))
    link = caption.get_by_role("link")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == ("https://news.example/1", "noopener noreferrer")


def test_a_document_without_an_address_is_named_without_a_link(site):
    site.open()
    site.click_line("Бахром Юлдашев", "Қазақстан", "meeting")
    expect(site.page.locator("#panel cite")).to_have_text("Юлдашевтің сапары кейінге шегерілді")
    expect(site.page.locator("#panel figcaption a")).to_have_count(0)
    expect(site.page.locator("#panel .badge.off")).to_have_text("болмады")


def test_a_derived_line_says_that_no_document_states_it_and_leads_to_the_meetings(site):
    site.open()
    site.page.get_by_role("checkbox", name="Есептелген байланыс").check()
    site.click_line("Швейцария", "Қазақстан", "derived")
    panel = site.page.locator("#panel")
    expect(panel).to_contain_text("ешбір құжат тікелей айтпайды")
    panel.locator(".facts .fact").first.click()
    expect(panel.locator("mark")).to_have_text("Ханс Майермен кездесті")


def test_a_name_in_the_panel_leads_on_and_back_leads_back(site):
    site.open()
    site.page.mouse.click(*site.place(site.spot("Айдар Сәрсенов")))
    panel = site.page.locator("#panel")
    panel.get_by_role("button", name="Ханс Майер").first.click()
    expect(panel.locator("h2")).to_have_text("Ханс Майер")
    panel.get_by_role("button", name="Артқа").click()
    expect(panel.locator("h2")).to_have_text("Айдар Сәрсенов")
    panel.get_by_role("button", name="Жабу").click()
    expect(panel).to_be_hidden()


def test_a_node_can_be_dragged(site):
    site.open()
    spot = site.spot("Қырғызстан")
    x, y = site.place(spot)
    site.page.mouse.move(x, y)
    site.page.mouse.down()
    site.page.mouse.move(x + 60, y + 40, steps=5)
    site.page.mouse.up()
    now = site.place(spot)
    assert abs(now[0] - x - 60) < 3
    assert abs(now[1] - y - 40) < 3


def test_a_kind_switched_off_in_the_legend_goes_with_its_lines(site):
    site.open()
    site.page.get_by_role("checkbox", name="Адам").uncheck()
    assert site.shown() == {"Қазақстан", "Өзбекстан", "Қырғызстан", "Швейцария"}
    site.page.get_by_role("checkbox", name="Адам").check()
    assert {"Ханс Майер", "Сыртқы істер департаменті"} < site.shown()


def test_planned_events_can_be_left_out(site):
    site.open()
    site.page.get_by_role("checkbox", name="Жоспарланған").uncheck()
    assert "Өзбекстан" not in site.shown()
    assert "Қазақстан" in site.shown()


def test_the_unconnected_show_only_on_demand(site):
    site.open()
    assert "Шолу агенттігі" not in site.shown()
    site.page.get_by_role("checkbox", name="Байланыссыз түйіндер").check()
    assert "Шолу агенттігі" in site.shown()


def test_search_finds_a_name_without_the_kazakh_letters(site):
    site.open()
    site.page.get_by_role("combobox").fill("сарсенов")
    expect(site.page.get_by_role("option")).to_have_text(["Айдар Сәрсенов"])
    site.page.keyboard.press("Enter")
    expect(site.page.locator("#panel h2")).to_have_text("Айдар Сәрсенов")


def test_search_finds_a_country_by_its_name_in_another_language(site):
    site.open()
    site.page.get_by_role("combobox").fill("uzbek")
    site.page.keyboard.press("Enter")
    expect(site.page.locator("#panel h2")).to_have_text("Өзбекстан")


def test_search_finds_what_the_legend_hides(site):
    site.open()
    site.page.get_by_role("checkbox", name="Ұйым").uncheck()
    site.page.get_by_role("combobox").fill("шолу")
    site.page.get_by_role("option").click()
    expect(site.page.locator("#panel h2")).to_have_text("Шолу агенттігі")
    assert "Шолу агенттігі" in site.shown()


def test_search_that_finds_nothing_says_so(site):
    site.open()
    site.page.get_by_role("combobox").fill("zzz")
    expect(site.page.get_by_role("option")).to_have_text(["Ештеңе табылмады"])
    expect(site.page.get_by_role("status")).to_have_text("Ештеңе табылмады")


def test_the_keyboard_walks_from_node_to_node_and_opens_details(site):
    site.open()
    site.page.locator("#picture").focus()
    site.page.keyboard.press("ArrowRight")
    first = site.page.locator("#panel h2").text_content()
    site.page.keyboard.press("ArrowLeft")
    assert site.page.locator("#panel h2").text_content() != first
    expect(site.page.get_by_role("status")).not_to_be_empty()
    site.page.keyboard.press("Enter")
    expect(site.page.locator("#panel")).to_be_focused()
    site.page.keyboard.press("Escape")
    expect(site.page.locator("#panel")).to_be_hidden()
    expect(site.page.locator("#picture")).to_be_focused()


def test_the_table_holds_every_fact_and_every_actor(site):
    site.open()
    site.page.get_by_role("checkbox", name="Есептелген байланыс").check()
    site.page.get_by_role("button", name="Кесте").click()
    facts, actors = site.page.locator("table").all()
    assert facts.locator("tbody tr").count() == site.page.evaluate("elshiMap.data.facts.length")
    assert actors.locator("tbody tr").count() == site.page.evaluate("elshiMap.data.actors.length")
    expect(facts).to_contain_text("Көлік туралы меморандум")
    facts.get_by_role("button", name="Көлік туралы меморандум").click()
    expect(site.page.locator("#panel mark")).to_have_text("меморандумға қол қойды")


def test_search_narrows_the_table(site):
    site.open()
    site.page.get_by_role("button", name="Кесте").click()
    site.page.get_by_role("combobox").fill("юлдашев")
    facts, actors = site.page.locator("table").all()
    expect(facts.locator("tbody tr")).to_have_count(1)
    expect(actors.locator("tbody tr")).to_have_count(1)


def test_the_language_switch_changes_words_names_and_the_language_of_the_page(site):
    site.open()
    site.page.mouse.click(*site.place(site.spot("Қазақстан")))
    for code, name, kind in (("ru", "Казахстан", "Страна"), ("en", "Kazakhstan", "Country"), ("kk", "Қазақстан", "Ел")):
        site.page.locator(f"#language-{code}").click()
        expect(site.page.locator("html")).to_have_attribute("lang", code)
        expect(site.page.locator("#panel h2")).to_have_text(name)
        expect(site.page.locator("#panel .tag")).to_have_text(kind)
    assert site.complaints == []


def test_dark_follows_the_reader_at_once(site):
    site.open()
    before = site.page.evaluate("getComputedStyle(document.body).backgroundColor")
    site.page.emulate_media(color_scheme="dark")
    site.page.wait_for_function("before => getComputedStyle(document.body).backgroundColor !== before", arg=before)
    wanted = site.page.evaluate("elshiMap.data.style.themes.dark.nodes[elshiMap.data.spots[0].kind][0]")
    # The page hears of the change a moment after its style has changed.
    site.page.wait_for_function("fill => elshiMap.network.body.nodes[0].options.color.background === fill", arg=wanted)


def test_a_phone_shows_the_map_without_scrolling_sideways(site):
    site.page.set_viewport_size({"width": 360, "height": 740})
    site.open()
    assert site.page.evaluate("document.documentElement.scrollWidth") == 360
    assert site.page.locator("#picture").bounding_box()["height"] > 350
    site.page.mouse.click(*site.place(site.spot("Қазақстан")))
    expect(site.page.locator("#panel h2")).to_be_in_viewport()
    assert site.page.evaluate("document.documentElement.scrollWidth") == 360


def test_it_prints_the_picture_on_white(site):
    site.page.emulate_media(color_scheme="dark")
    site.open()
    site.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    site.page.emulate_media(media="print")
    picture = site.page.locator("#print")
    picture.evaluate("image => image.decode()")
    assert picture.bounding_box()["width"] > 300
    corner = "elshiMap.network.canvas.frame.canvas.getContext('2d').getImageData(0, 0, 1, 1).data[3]"
    assert site.page.evaluate(corner) == 0
    assert site.page.evaluate("elshiMap.network.body.nodes[0].options.color.border") == site.page.evaluate(
        "elshiMap.data.style.themes.light.nodes[elshiMap.data.spots[0].kind][1]"
    )
    site.page.evaluate("dispatchEvent(new Event('afterprint'))")
    site.page.emulate_media(media="screen")
    expect(picture).to_be_hidden()
    assert site.page.pdf().startswith(b"%PDF")
    assert site.complaints == []
