from __future__ import annotations

import pytest

from tests.extract.helpers import read

QUIET = {
    "football": (
        "Қазақстан құрамасы Бельгиямен кездесті. Ойын Астанада өтті. Қонақтар алаңға жігерлі шықты. "
        "Дастан Сәтбаев екінші таймда гол соқты. Бапкер ойынға разы болды. Келесі ойын Уэльсте өтеді."
    ),
    "weather": (
        "Ертең Астанада қар жауады. Алматыда күн ашық болады. Түркістанда жел соғады. Қазақстанның батысында тұман түседі. "
        "Жүргізушілерден сақ болуды сұрайды."
    ),
    "law": (
        "Мәжіліс салық кодексін қабылдады. Депутаттар жобаны бірауыздан қолдады. Қаржы министрі Айдос Серіков баяндама жасады. "
        "Заң келесі жылы күшіне енеді. Президент заңға қол қойды."
    ),
    "market": (
        "Астанада көкөніс бағасы өсті. Сатушылар мұны ауа райымен түсіндіреді. Картоп бағасы он пайызға қымбаттады. "
        "Сәбіз арзандады. Тұрғындар күзгі жәрмеңкені күтіп отыр."
    ),
    "concert": (
        "Алматыда жас әншілердің концерті өтті. Көрермен көп жиналды. Әнші Айгүл Серікова жаңа әнін орындады. "
        "Кеш екі сағатқа созылды. Келесі концерт Шымкентте болады."
    ),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_an_article_about_something_else_tells_no_meeting_and_no_agreement(text: str) -> None:
    found = read(text)
    assert (found.meetings, found.agreements) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Айдос Серіков үйіне барды.",
        "Айдос Серіков жұмысқа келді.",
        "Айдос Серіков қиындықпен кездесті.",
        "Айдос Серіков шешім қабылдады.",
        "Айдос Серіков сыйлықты қабылдады.",
        "Айдос Серіков Алматыда туған.",
    ],
)
def test_verbs_of_meeting_without_a_partner_tell_no_meeting(text: str) -> None:
    assert read(text).meetings == ()


def test_every_participant_party_and_office_holder_is_an_actor_of_the_article() -> None:
    text = (
        "Қазақстан Президенті Қасым-Жомарт Тоқаев Ташкентте Өзбекстан Президенті Шавкат Мирзиёевпен кездесті. "
        "Олар көлік туралы келісімге қол қойды. Сыртқы істер министрлігі екі елдің достығын атап өтті."
    )
    found = read(text)
    known = {actor.id for actor in found.actors}
    used = {one for m in found.meetings for one in (*m.participants, m.host)} | {r.person for r in found.roles}
    used |= {r.of for r in found.roles} | {one for a in found.agreements for one in (*a.parties, *a.signatories)}
    assert found.meetings
    assert found.agreements
    assert used - {None} <= known
