from __future__ import annotations

import pytest

from tests.language.helpers import analysed


def bodies(text: str) -> list[tuple[str, str]]:
    """Nominative and case of the organizations that a text names."""
    return [(phrase.name, phrase.case) for phrase in analysed(text).phrases if phrase.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Кеше Көші-қон ісі жөніндегі агенттікке хат келді.", "Көші-қон ісі жөніндегі агенттік", "dat"),
        ("Ауылдық даму мен су шаруашылығы жөніндегі бірлескен комиссияның отырысы өтті.",
         "Ауылдық даму мен су шаруашылығы жөніндегі бірлескен комиссия", "gen"),
        ("Бүгін Ұлттық барлау және шекара кеңесінің хатшысы сөйледі.", "Ұлттық барлау және шекара кеңесі", "gen"),
        ("Бүгін Көлік нарығын реттеу және дамыту агенттігімен келісті.", "Көлік нарығын реттеу және дамыту агенттігі", "ins"),
        ("Бүгін Есірткіге қарсы күрес қызметінде жиын өтті.", "Есірткіге қарсы күрес қызметі", "loc"),
        ("Теңіз прокуратурасы мәлімдеді.", "Теңіз прокуратурасы", "nom"),
        ("Ұлттық ғарыштық орталық хабарлады.", "Ұлттық ғарыштық орталық", "nom"),
        ("Кеше Сайрам облыстық көші-қон департаментіне барды.", "Сайрам облыстық көші-қон департаменті", "dat"),
        ("Хормузган провинциясының губернаторлығы мәлімдеді.", "Хормузган провинциясының губернаторлығы", "nom"),
        ("С.Елубаев атындағы Сайрам университетімен келісті.", "С.Елубаев атындағы Сайрам университеті", "ins"),
        ("Ол Дәулет Болатов университетінде сөйледі.", "Дәулет Болатов университеті", "loc"),
        ("Бүгін тәжік-қырғыз үкіметаралық комиссиясы жиналды.", "тәжік-қырғыз үкіметаралық комиссиясы", "nom"),
        ("Кеше облыс әкімдігімен келісті.", "облыс әкімдігі", "ins"),
        ("Кеше Депутаттар палатасына барды.", "Депутаттар палатасы", "dat"),
        ("Ол Сыртқы барлау қызметінің басшысымен сөйлесті.", "Сыртқы барлау қызметі", "gen"),
        ("Кеше Президент кеңсесінен хат келді.", "Президент кеңсесі", "abl"),
        ("Кеше Аграрлық несие банкінен хат келді.", "Аграрлық несие банкі", "abl"),
        ("Кеше Халық Конгресінде сөз сөйледі.", "Халық Конгресі", "loc"),
    ],
)  # fmt: skip
def test_a_body_is_named_from_its_first_word_to_the_noun_that_ends_its_name(text: str, name: str, case: str) -> None:
    assert bodies(text) == [(name, case)]


@pytest.mark.parametrize(
    ("text", "country", "body"),
    [
        ("Норвегия Стортингінің спикері келді.", "NO", "Стортингі"),
        ("Андорра Парламентінің спикері келді.", "AD", "Парламенті"),
        ("Моңғолия Ұлы Мемлекеттік Хуралының төрағасы келді.", "MN", "Ұлы Мемлекеттік Хуралы"),
        ("Бразилия қуғын-сүргін комитетінің төрағасы келді.", "BR", "қуғын-сүргін комитеті"),
        ("Мальта университетінің ректоры келді.", "MT", "университеті"),
        ("Чили балық шаруашылығы институтының басшысы келді.", "CL", "балық шаруашылығы институты"),
        ("Грекияның Софиядағы елшілігі хабарлады.", "GR", "елшілігі"),
    ],
)
def test_a_country_before_a_body_stays_a_country(text: str, country: str, body: str) -> None:
    phrases = analysed(text).phrases
    assert [p.key for p in phrases if p.kind == "country"] == [country]
    assert [p.name for p in phrases if p.kind == "organization"] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "Компания жаңа келісім жасады.",
        "Бірлескен кәсіпорын құру туралы сөз болды.",
        "Осындай орталық әр облыста ашылады.",
        "Жұмыс тобының отырысы өтті.",
        "Үкімет басшысы жиын өткізді.",
        "Үкімет сағаты өтті.",
        "Топырақтың құнарлы қоры азайды.",
        "Жұмыртқа ағы пайдалы.",
        "Кеше Қараой қалайы зауыты туралы келісім жасалды.",
        "Тараптар Қараой аймақтық орталығын ашуды ұсынды.",
        "Тренер баспасөз мәслихатын өткізді.",
        "Кенияның сыртқы саясат ведомствосы хабарлады.",
        "Елдостың орталығында адам көп.",
        "Болатов ведомство басшысы болды.",
        "Ол Дәулет Серіков мырза облыс орталығында болды деді.",
        "Шағым қалалық сотқа түсті.",
        "Мәлімет QR код пен SMS арқылы жіберілді.",
        "Олар EFG және HJK жобаларын талқылады.",
        "Сот ісі Trade Facilitation Agreement (TFA) бойынша қаралды.",
        "Кеше «ЭКСПО-2031» көрмесі туралы айтылды.",
        "Кеше 737-8 Skyliner үлгісі ұшты.",
        "Андорра үкіметін басқаратын Хавьер Эспот келді.",
        "Су және мәдени мұра министрі келді.",
    ],
)
def test_a_common_noun_a_thing_or_an_office_is_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Сұңқар» қорымен келісті.", [("Сұңқар", "ins")]),
        ("«Самұрық-Қазына» қорымен келісті.", [("Самұрық-Қазына", "ins")]),
        ("«Жасыл белес» ЖШС-мен келісті.", [("Жасыл белес", "ins")]),
        ("«Мұнайтранс» пен «Тұлпар» компаниясы келісті.", [("Мұнайтранс", "nom"), ("Тұлпар", "nom")]),
        ("«Сұңқар» және «Тұлпар» компанияларына хат келді.", [("Сұңқар", "dat"), ("Тұлпар", "dat")]),
        ("Кеше «Қазсукөлік» хабарлады.", [("Қазсукөлік", "nom")]),
        ("Кеше «Белнефтьтің» өкілі келді.", [("Белнефть", "gen")]),
        ("Кеше «Дала Эйрге» хат келді.", [("Дала Эйр", "dat")]),
        ("Ол «Таң» газетіне сұхбат берді.", [("Таң", "dat")]),
        ("Кеше «Жаңа толқын» байқауы өтті.", []),
        ("«Кения инжиниринг» хабарлады.", [("Кения инжиниринг", "nom")]),
        ("«Тараз Опера» мен Кения ұлттық операсы келісті.", [("Тараз Опера", "nom"), ("ұлттық операсы", "nom")]),
    ],
)
def test_a_name_in_quotes_is_a_body_by_its_head_noun_its_legal_form_or_the_shape_of_a_firm(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert bodies(text) == expected


def test_a_quoted_body_of_the_tables_keeps_its_key_with_a_head_noun() -> None:
    phrase = next(p for p in analysed("«Самұрық-Қазына» қорының басшысы келді.").phrases if p.kind == "organization")
    assert (phrase.key, phrase.case, phrase.whole) == ("samruk-kazyna", "gen", "«Самұрық-Қазына» қоры")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кеше Сыртқы істер, Энергетика және Көлік министрліктеріне хат келді.",
         [("Сыртқы істер министрлігі", "dat"), ("Энергетика министрлігі", "dat"), ("Көлік министрлігі", "dat")]),
        ("Қаржы мен Әділет министрліктері арасында келісім жасалды.",
         [("Қаржы министрлігі", "nom"), ("Әділет министрлігі", "nom")]),
    ],
)  # fmt: skip
def test_ministries_in_the_plural_are_one_for_each_field(text: str, expected: list[tuple[str, str]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sunrise Motors-пен келісті.", [("Sunrise Motors", "ins")]),
        ("Sunriseпен келісті.", [("Sunrise", "ins")]),
        ("GK Sunrise компаниясы келісті.", [("GK Sunrise компаниясы", "nom")]),
        ("Airbus Sunrise-пен келісті.", [("Airbus Sunrise", "ins")]),
    ],
)
def test_a_name_in_latin_letters_takes_a_case_with_and_without_a_hyphen(text: str, expected: list[tuple[str, str]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Елші Jonathan Marlow-ға хат берді.", "Jonathan Marlow", "dat"),
        ("Жоба директоры Žilvinas Petrauskas келді.", "Žilvinas Petrauskas", "nom"),
        ("Кеше Marlow мырзамен кездесті.", "Marlow", "nom"),
        ("Кеше J.Marlow келді.", "J.Marlow", "nom"),
    ],
)
def test_a_latin_name_is_a_person_by_office_honorific_or_initial(text: str, name: str, case: str) -> None:
    assert [(p.name, p.case) for p in analysed(text).phrases if p.kind == "person"] == [(name, case)]


def test_a_surname_is_not_read_as_an_abbreviation_in_a_case() -> None:
    assert bodies("Кеше Кисиданың сөзі тыңдалды.") == []
