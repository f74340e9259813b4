"""Documents are strangers' text: none of it may run, load anything or break the page, wherever it ends up."""

import pytest

from tests.view.helpers import small_graph

RUN = "window.pwned=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}//",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}>",
    f"<audio src=x onerror={RUN}>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<math><mtext><style><img src=x onerror={RUN}>",
    f"<style>@import 'https://evil.example/{RUN}'</style>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f'https://x.example/"onmouseover="{RUN}',
    f"https://x.example/'><script>{RUN}</script>",
    "//evil.example/x.js",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>-->",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"${{{RUN}}}",
    f"{{{{{RUN}}}}}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\u2028{RUN}//\u2029",
    f"';{RUN};//",
    f'";{RUN};//',
    f"`;{RUN};//",
    f'\\";{RUN};//',
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    f"<base href=https://evil.example/><script>{RUN}</script>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    f"<template><script>{RUN}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    "\u202egnp.exe\u202c",
    "\x00\x08\x1b[31m",
    "Қ" * 5000,
    "<b>қою</b><h1>тақырып</h1>",
    "\ud800",
    f"<x onclick={RUN} style=position:fixed;inset:0>x",
    "href",
    f"<image src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
)


def hostile_graph():
    """Each payload as every text of a person, a post, an agreement, a meeting, a topic, a place and a document."""
    graph = small_graph()
    for number, text in enumerate(PAYLOADS):
        entry = {
            "document": text,
            "title": text,
            "date": text,
            "url": text,
            "start": 0,
            "end": 1,
            "quote": text,
            "context": f"а {text} б",
            "rule": text,
            "confidence": 0.5,
            "status": text,
            "negated": False,
            "reported_by": text,
            "lang": text,
        }
        person, other = f"person/{number} {text}", f"country/{number} {text}"
        names = {"alias": [text + "!"], "name_ru": [text], "wikidata": [text]}
        graph.add_node(person, kind="Person", name=text, iso=text, properties=names)
        graph.add_node(other, kind="Country", name=text, iso=text, properties=names)
        event = {"type": text, "status": text, "date": text, "place": text, "properties": {}}
        joined = ((f"meeting/{number}", "Meeting", "participant"), (f"agreement/{number}", "Agreement", "party"))
        for node, kind, predicate in joined:
            graph.add_node(node, kind=kind, name=text, **event)
            for actor in (person, other, "country/KZ")[: 2 + number % 2]:
                graph.add_edge(node, actor, key=predicate, predicate=predicate, count=1, evidence=[entry])
            graph.add_node(f"topic/{number}", kind="Topic", name=text)
            graph.add_edge(node, f"topic/{number}", key="topic", predicate="topic", count=1, evidence=[entry])
        graph.add_node(f"post/{number}", kind="Post", name=text, properties={"title": [text], "body": [other]})
        graph.add_edge(person, f"post/{number}", key="holds", predicate="holds", count=1, evidence=[entry])
        graph.add_edge(person, other, key=text, predicate=text, count=1, evidence=[entry])
    return graph


def unharmed(site):
    assert site.page.evaluate("window.pwned") is None
    assert site.dialogs == []
    assert site.requests == [site.page.url]
    foreign = "img:not(#print), iframe, object, embed, form, video, audio, base, link, math, marquee, template"
    assert site.page.locator(f"{foreign}, [onerror], [onload], [onclick], [style*=fixed]").count() == 0
    hrefs = site.page.evaluate("[...document.querySelectorAll('[href]')].map(each => each.href)")
    assert all(href.startswith(("http://", "https://")) for href in hrefs)
    assert site.complaints == []


def test_there_are_enough_payloads():
    assert len(set(PAYLOADS)) >= 50


def test_nothing_runs_when_the_map_is_drawn_or_pointed_at(site):
    site.open(hostile_graph(), title=PAYLOADS[1])
    box = site.page.locator("#picture").bounding_box()
    for row in range(8):
        for column in range(12):
            site.page.mouse.move(box["x"] + (column + 0.5) * box["width"] / 12, box["y"] + (row + 0.5) * box["height"] / 8)
    unharmed(site)


def test_nothing_runs_when_every_fact_and_actor_is_opened(site):
    site.open(hostile_graph())
    site.page.get_by_role("button", name="Кесте").click()
    opened = site.page.evaluate(
        """() => {
            const buttons = [...document.querySelectorAll('#table tbody th button')];
            let passages = 0;
            for (const each of buttons) { each.click(); passages += document.querySelectorAll('#panel .passage').length; }
            return [buttons.length, passages];
        }"""
    )
    assert opened[0] > 5 * len(PAYLOADS)
    assert opened[1] > 3 * len(PAYLOADS)
    unharmed(site)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_runs_in_search_and_other_languages(site, language):
    site.open(hostile_graph(), language=language)
    for text in ("script", "img", "proto", "href", "җ"):
        site.page.get_by_role("combobox").fill(text)
        site.page.keyboard.press("Enter")
    unharmed(site)


def test_text_is_shown_as_it_was_written(site):
    site.open(hostile_graph())
    site.page.get_by_role("combobox").fill("<b>кою")
    site.page.keyboard.press("Enter")
    assert site.page.locator("#panel h2").text_content() == "<b>қою</b><h1>тақырып</h1>"


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.innerHTML = '<img src=x onerror=window.pwned=1>'",
        "document.write('<img src=x onerror=window.pwned=1>')",
        "(0, eval)('window.pwned=1')",
        "new Function('window.pwned=1')()",
    ],
)
def test_the_policy_refuses_what_a_mistake_in_a_script_would_let_through(site, attempt):
    site.open()
    # Inside a handler of the page: what a test evaluates itself is not under the page's policy.
    site.page.evaluate(
        f"""() => document.getElementById("whole").addEventListener("click", () => {{
            try {{ {attempt}; }} catch (error) {{ window.refused = error.name; }}
        }})"""
    )
    site.page.locator("#whole").click()
    assert site.page.evaluate("window.refused") in {"TypeError", "EvalError"}
    assert site.page.evaluate("window.pwned") is None
