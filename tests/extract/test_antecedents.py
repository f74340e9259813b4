"""Whom «оны», «қонақ», «президентті», «мырза» mean in receptions and meetings."""

from __future__ import annotations

from kg.extract import extract
from kg.model.article import Article
from tests.extract.helpers import meetings, named

KARIS, HOST = "Алар Карис", "Қасым-Жомарт Тоқаев"


def sides(text: str) -> set[tuple[str, frozenset[str]]]:
    return {(one.type, one.who) for one in meetings(text) if one.type != "visit"}


def test_the_guest_of_the_day_is_who_came() -> None:
    text = (
        "Эстония президенті Алар Карис Астанаға мемлекеттік сапармен келді. Ақордада мәртебелі қонақты Қасым-Жомарт Тоқаев "
        "қабылдады. Түстен кейін мейман Сенат төрағасы Мәулен Әшімбаевпен жүздесті."
    )
    assert sides(text) == {("reception", frozenset({KARIS, HOST})), ("meeting", frozenset({KARIS, "Мәулен Әшімбаев"}))}


def test_a_president_whom_an_own_minister_receives_is_the_foreign_one() -> None:
    text = (
        "Эстония Президенті Алар Карис Астанада Қазақстан Президенті Қасым-Жомарт Тоқаевпен келіссөз жүргізді. "
        "Кешке президентті Қазақстанның Премьер-министрі Олжас Бектенов қабылдады."
    )
    assert ("reception", frozenset({KARIS, "Олжас Бектенов"})) in sides(text)


def test_a_pronoun_means_who_came_in_the_clause_before() -> None:
    text = "Министр Маргус Цахкна Астанаға келіп, оны Премьер-министр Олжас Бектенов қабылдады."
    assert sides(text) == {("reception", frozenset({"Маргус Цахкна", "Олжас Бектенов"}))}


def test_a_title_behind_a_name_has_its_case() -> None:
    text = "Министр Маргус Цахкна Астанаға келді. Цахкна мырзаны Премьер-министр Олжас Бектенов қабылдады."
    assert sides(text) == {("reception", frozenset({"Маргус Цахкна", "Олжас Бектенов"}))}


def test_to_call_on_a_person_is_to_meet_him() -> None:
    for words in ("президент Алар Кариске барды", "президент Алар Кариске сәлем бере кірді"):
        assert sides(f"Министр Айдос Серіков Таллинде {words}.") == {("meeting", frozenset({"Айдос Серіков", KARIS}))}


def test_people_without_a_name_act_for_two_countries() -> None:
    text = "Эстония мен Латвияның консулдық қызмет өкілдері қаңтарда Ригада кездесіп, визаны талқылайды деп жоспарланған."
    assert sides(text) == {("meeting", frozenset({"Эстония", "Латвия"}))}


def test_colleagues_of_several_countries_are_one_of_each() -> None:
    text = (
        "Жиынға министрлер Маргус Цахкна (Эстония), Байба Браже (Латвия), Кястутис Будрис (Литва) және Айдос Серіков қатысты. "
        "Кешке Айдос Серіков эстон, латыш және литвалық әріптестерімен жеке-жеке кездесті."
    )
    for name in ("Маргус Цахкна", "Байба Браже", "Кястутис Будрис"):
        assert ("meeting", frozenset({"Айдос Серіков", name})) in sides(text), name


def test_ministers_of_the_two_countries_without_names_are_the_countries() -> None:
    text = (
        "Эстония мен Латвия шекара мәселесін шешпек. Литва сыртқы істер министрі Кястутис Будрис екі елдің министрлерін "
        "келісімге көндірді. Екі елдің сыртқы істер министрлері кеше консультация өткізді."
    )
    assert ("consultations", frozenset({"Эстония", "Латвия"})) in sides(text)


def test_an_ambassador_received_is_whom_the_text_just_spoke_of() -> None:
    text = (
        "Маргус Цахкна кеше Лусакада болды. Оны Замбия халқы жылы қарсы алды. Маргус Цахкна риза. Кешке елшіні Замбияның сауда "
        "министрі Кристофер Ялума қабылдады."
    )
    assert ("reception", frozenset({"Маргус Цахкна", "Кристофер Ялума"})) in sides(text)


def test_the_speaker_is_who_chairs_the_chamber() -> None:
    text = (
        "Сенат Төрағасы Мәулен Әшімбаев Таллинде болды. Парламент төрағасы Лаури Хуссар Қазақстан Сенатының спикерімен "
        "әңгімесінде сауданы сөз етті."
    )
    assert ("meeting", frozenset({"Мәулен Әшімбаев", "Лаури Хуссар"})) in sides(text)


def test_in_an_interview_the_one_in_the_headline_speaks() -> None:
    text = (
        "Эстонияның Қазақстандағы елшісі Яап Оорамен әңгімеміз сауда туралы. – Президент Қасым-Жомарт Тоқаевқа барғам. "
        "Сол күні министр Айдос Серіковпен танысып, ұзақ сөйлестік."
    )
    found = extract(Article("one", "Яап Оора: Сауда өсіп келеді", text, "2025-12-03", "kk"))
    assert [named(found, *one.participants) for one in found.meetings if one.type == "meeting"] == [{"Яап Оора", "Айдос Серіков"}]


def test_a_diplomat_is_who_holds_a_diplomats_office() -> None:
    text = (
        "Сербия президенті Александр Вучич Брюссельге келді. Еуроодақтың арнаулы өкілі Петер Соренсен бұл жолы сапарын кейінге "
        "қалдырды. Дипломат кеше министр Айдос Серіковпен телефон арқылы сөйлесті."
    )
    assert ("call", frozenset({"Петер Соренсен", "Айдос Серіков"})) in sides(text)


def test_an_unnamed_crowd_is_a_subject_of_its_own() -> None:
    text = "Министр Айдос Серіков келмеді: еуропалық делдалдар Яап Оорамен бөлек сөйлесті."
    assert not any("Айдос Серіков" in who for _, who in sides(text))


def test_a_delegation_is_who_led_it_here() -> None:
    text = (
        "Саратов облысының губернаторы Роман Бусаргин бастаған топ Оралға жетті. Делегацияны кеше облыс әкімі Нариман Төреғалиев "
        "қабылдады."
    )
    assert ("reception", frozenset({"Роман Бусаргин", "Нариман Төреғалиев"})) in sides(text)


def test_who_stands_first_as_the_object_is_spoken_on_of() -> None:
    text = (
        "Румынияның сыртқы істер министрі Ион Попеску Астанаға келді. Қонақты Президент Қасым-Жомарт Тоқаев қабылдады. "
        "Ион Попескуді Премьер-министр Серік Омаров та қабылдаған. Ал таңертең ол Сенат төрағасы Мәулен Әшімбаевпен жүздесті."
    )
    assert ("meeting", frozenset({"Ион Попеску", "Мәулен Әшімбаев"})) in sides(text)
