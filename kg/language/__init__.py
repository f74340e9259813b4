"""Language analysis: an article becomes a document of tokens, phrases, titles and times.

A language is a module with `document(article)`, `frames()`, `instruments()` and `modality(doc, first, last)`; later stages see
no other difference between languages.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from kg.language.document import Document
from kg.language.frames import Act, Frame, Gathering, Instrument, Stance, Voice
from kg.language.ner import Tagger
from kg.model.article import Article
from kg.model.errors import ExtractionError

_MODULES = {"kk": "kg.language.kk.language"}


class Language(Protocol):
    """What extraction asks of a language."""

    home: str

    def parent(self, doc: Document, number: int) -> tuple[str, str] | None:
        """Key and name of the body whose name a phrase begins with («ҰҚШҰ Ұжымдық қауіпсіздік кеңесі»)."""
        ...

    def canonical_body(self, name: str) -> str:
        """A body's name as names of bodies are compared: lower case, abbreviations of state bodies spelled out."""
        ...

    def pair(self, name: str) -> tuple[str, ...]:
        """ISO codes of the two countries that the first word of a body's name joins, none where it does not."""
        ...

    def folded(self, word: str) -> str:
        """A word of a name as names are compared: lower case, letters that are taken for each other made one."""
        ...

    def state_of(self, doc: Document, number: int) -> tuple[str, str] | None:
        """ISO code and everyday name of the country whose name a phrase begins with («Исландия парламенті»)."""
        ...

    def topics(self, doc: Document, sentence: int) -> list[tuple[int, int, str]]:
        """First and last token and wording of what a sentence says was talked about."""
        ...

    def words(self, name: str) -> frozenset[str]:
        """The words of one list of the language's data, empty where it has none."""
        ...

    def country_names(self) -> dict[str, tuple[str, str]]:
        """ISO code -> everyday and official name of each country."""
        ...

    def citizens(self) -> dict[str, str]:
        """Lower-case surnames of known persons -> ISO code of their country."""
        ...

    def document(self, article: Article, tagger: Tagger | None = None) -> Document:
        """Tokens, phrases, titles and times of an article; a tagger adds names to those of tables and rules."""
        ...

    def instrument(self, doc: Document, i: int) -> Instrument | None:
        """The kind of agreement whose noun stands at token `i`."""
        ...

    def trigger(self, doc: Document, i: int) -> Frame | None:
        """The frame whose predicate stands at token `i`."""
        ...

    def holds(self, doc: Document, last: int) -> bool:
        """Whether the words after a title that ends at token `last` say that somebody held it."""
        ...

    def appoints(self, doc: Document, last: int) -> bool:
        """Whether the words after a title that ends at token `last` say that somebody gives it to another (accusative)."""
        ...

    def sort_of_noun(self, lemma: str) -> str:
        """The sort of body that a common noun means («ведомство»: ministry), empty where it means none."""
        ...

    def sorts(self, doc: Document, number: int) -> frozenset[str]:
        """The sorts of body that the organization of phrase `number` is one of."""
        ...

    def office_sorts(self, title: str) -> frozenset[str]:
        """The sorts of body that an office can only be of («ректор»: university), empty where it may be of a country."""
        ...

    def office_countries(self, title: str) -> tuple[str, ...]:
        """ISO codes of the few countries that have such an office, the likeliest first; empty where many have it."""
        ...

    def citizen(self, name: str) -> str | None:
        """ISO code of the country of a known person, None where nobody of the name is known or several are."""
        ...

    def likely_countries(self, name: str) -> tuple[str, ...]:
        """ISO codes of the countries where a person's given name is at home, empty where it is no sign of any."""
        ...

    def owned(self, doc: Document, first: int) -> bool:
        """Whether a common noun that names no actor stands before token `first` as its possessor."""
        ...

    def this_post(self, doc: Document, i: int) -> bool:
        """Whether the words at token `i` point to an office told before («бұл қызметке»)."""
        ...

    def patronymic(self, word: str) -> bool:
        """Whether a word of a name says whose child somebody is («Серікұлы», «Сергеевна»)."""
        ...

    def homely(self, name: str) -> bool:
        """Whether a person's name is one of the language's own."""
        ...

    def retrospective(self, doc: Document, i: int, last: int) -> bool:
        """Whether what token `i` tells lies before the time of the story («кездескен еді»)."""
        ...

    def today(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words name a part of the day of publication («кешке»)."""
        ...

    def no_diplomacy(self, doc: Document, i: int) -> bool:
        """Whether the noun of meeting at token `i` belongs to sports, the press or a country's own institutions."""
        ...

    def describes(self, doc: Document, i: int) -> bool:
        """Whether the verb at token `i` is a participle that describes the noun after it."""
        ...

    def nominalised(self, doc: Document, i: int, last: int) -> bool:
        """Whether what token `i` tells is reported as a noun («… кездескенін айтты»), so that its subject is a genitive."""
        ...

    def separately(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell of several partners met one by one."""
        ...

    def gathering(self, doc: Document, i: int) -> Gathering | None:
        """The gathering that token `i` names («саммит», «отырыс»)."""
        ...

    def stance(self, doc: Document, i: int, last: int) -> Stance | None:
        """What the words after the gathering at token `i` say of it, up to token `last`; None where it is but an occasion."""
        ...

    def presence(self, doc: Document, first: int, last: int, *, ceremony: bool) -> Stance | None:
        """A verb of attending, chairing or speaking at a gathering between two tokens, or of staying away."""
        ...

    def is_occasion(self, doc: Document, i: int) -> bool:
        """Whether the gathering at token `i` is but the occasion of what follows («саммит аясында»)."""
        ...

    def is_coming(self, doc: Document, first: int, i: int) -> bool:
        """Whether the words before the gathering at token `i` say that it lies ahead («қарашада өтетін сессия»)."""
        ...

    def is_next(self, doc: Document, first: int, i: int) -> bool:
        """Whether the words before the gathering at token `i` make it the next of a series («келесі отырыс»)."""
        ...

    def is_counted(self, doc: Document, first: int, i: int) -> bool:
        """Whether a number, or a word like it, tells the gathering at token `i` from others («екінші саммит»)."""
        ...

    def speaking(self, doc: Document, first: int, last: int) -> Stance | None:
        """What is done between two tokens, if anything is, and not denied."""
        ...

    def members(self, doc: Document, first: int, last: int) -> tuple[str, ...]:
        """ISO codes of the countries of a region or format that the words name («Орталық Азия»)."""
        ...

    def convening(self, doc: Document, first: int, last: int) -> int | None:
        """The verb by which people gather, no noun of gathering needed («министрлер жиналды»)."""
        ...

    def accrediting(self, doc: Document, first: int, last: int) -> int | None:
        """The verb by which somebody takes the credentials of several («сенім грамоталарын қабылдады»)."""
        ...

    def celebrating(self, doc: Document, first: int, last: int) -> int | None:
        """The verb of an opening or launch («лентасын қиды», «елшілік ашылды»)."""
        ...

    def at_it(self, doc: Document, first: int, i: int) -> bool:
        """Whether a clause opens with the place of a gathering, told by the noun at `i` or a pronoun («онда», «жиында»)."""
        ...

    def predicative(self, doc: Document, first: int, i: int) -> bool:
        """Whether a noun is what a clause says of "this" («Бұл – оның алғашқы сапары»)."""
        ...

    def refutes(self, doc: Document, first: int, last: int) -> bool:
        """Whether a clause denies what was told before it («бірақ речник мұны жоққа шығарды»)."""
        ...

    def points_back(self, doc: Document, first: int, last: int) -> bool:
        """Whether a pronoun points to an event told before («оған», «онда»)."""
        ...

    def sides(self, doc: Document, first: int, last: int) -> tuple[str, ...]:
        """ISO codes of the countries that the words name as sides, also within a format («Орталық Азия – Италия»)."""
        ...

    def mutual(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words name both sides at once («екі көшбасшы», «тараптар»)."""
        ...

    def counted(self, doc: Document, first: int) -> int | None:
        """How many the numeral before token `first` says there are («екі министр»), None where there is none; 0 for "several"."""
        ...

    def sits_beside(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words say who was at somebody's side at a meeting («жанында … отырды»)."""
        ...

    def leads_side(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words say who led or spoke for the sides of talks («… делегациясын … басқарды»)."""
        ...

    def in_delegation(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words say who else belongs to a delegation («тобында … бар»)."""
        ...

    def another_round(self, doc: Document, first: int, i: int) -> bool:
        """Whether the talks named at token `i` are one of several of the same sides («келесі раунд»)."""
        ...

    def each(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words go on to speak of each of several («әрқайсысымен»)."""
        ...

    def one_of_several(self, doc: Document, i: int) -> bool:
        """Whether token `i` stands for one of several meetings of the same sides («алғашқысы»)."""
        ...

    def jointly(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell of several met together («үшжақты»)."""
        ...

    def contrasts(self, doc: Document, first: int) -> bool:
        """Whether a clause that begins at token `first` turns to something else («ал …»)."""
        ...

    def first_person(self, doc: Document, i: int) -> bool:
        """Whether the verb at token `i` says that the speaker did it («кездестік»)."""
        ...

    def welcomes(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell of a welcome («қарсы алып»)."""
        ...

    def converb(self, doc: Document, i: int) -> bool:
        """Whether token `i` is a form that another verb must follow («кездесіп»)."""
        ...

    def of_two_countries(self, doc: Document, first: int, last: int) -> bool:
        """Whether a title or the word before it says "of the two countries" («екі елдің министрлері»)."""
        ...

    def attends_talks(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words say that somebody takes part («оған … қатысты»)."""
        ...

    def is_capital(self, name: str) -> bool:
        """Whether a place is the capital of a country."""
        ...

    def journeys(self, doc: Document, first: int, last: int, case: str) -> bool:
        """Whether the person named by tokens `first` to `last` is said to be on a journey («… сапармен келді»)."""
        ...

    def that_country(self, doc: Document, first: int, last: int) -> int | None:
        """Token between `first` and `last` where a pronoun points at a country as a goal («осы елге»), None where none does."""
        ...

    def invited(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words speak of an invitation by the host («шақыруымен»)."""
        ...

    def hands_over(self, doc: Document, i: int, last: int) -> tuple[bool, int] | None:
        """Whether what token `i` names is given (else taken) by whoever acts, and the token of the verb."""
        ...

    def private(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell of a journey for sports, study, cure or leisure."""
        ...

    def delegation(self, doc: Document, i: int) -> bool:
        """Whether the noun at token `i` stands, in the nominative, for those whom a country or body sends («делегациясы»)."""
        ...

    def travels(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words speak of a journey («сапармен»)."""
        ...

    def continues(self, doc: Document, first: int) -> bool:
        """Whether the sentence that begins at token `first` goes on with the story of the one before («содан соң»)."""
        ...

    def scope(self, doc: Document, first: int, last: int, i: int) -> str:
        """What the adverbial from token `first` to `last` belongs to: "own" (the predicate at token `i`), "guest" (an attribute
        of a person before it) or "other" (another attribute or a verbal noun before it).
        """
        ...

    def governor(self, doc: Document, last: int, end: int) -> int | None:
        """The first form of a verb after token `last`, up to token `end`."""
        ...

    def begins(self, doc: Document, i: int, last: int) -> bool:
        """Whether the words after token `i` tell of a beginning («бастады», «басталды»)."""
        ...

    def copula(self, doc: Document, i: int) -> bool:
        """Whether the word at token `i` says that somebody is what was named before it («болды»)."""
        ...

    def attributive(self, doc: Document, i: int) -> bool:
        """Whether an adverbial that ends at token `i` describes a noun («кешегі», «қарашадағы»)."""
        ...

    def turns(self, doc: Document, first: int) -> bool:
        """Whether the sentence that begins at token `first` turns to another matter («Ал …»)."""
        ...

    def before_that(self, doc: Document, first: int) -> bool:
        """Whether the sentence that begins at token `first` tells what comes before the event told last («оған дейін»)."""
        ...

    def moves(self, doc: Document, k: int) -> bool:
        """Whether the verb at token `k` puts an event off to another day («шегерілді»)."""
        ...

    def plain_past(self, doc: Document, i: int, last: int) -> bool:
        """Whether what token `i` tells stands in the past of the story itself («кездесті», not «кездескен еді»)."""
        ...

    def takes_in(self, doc: Document, k: int) -> bool:
        """Whether the verb at token `k` tells who holds a gathering («қабылдайды», «өткізеді»)."""
        ...

    def here(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words mean the home country as a goal («мұнда», «елімізге»)."""
        ...

    def happens(self, doc: Document, k: int) -> bool:
        """Whether the verb at token `k` tells that an event takes place, begins, ends or is set."""
        ...

    def event_kind(self, doc: Document, i: int) -> str:
        """What the noun at token `i` names: visit, gathering, encounter, or nothing of the kind."""
        ...

    def occasion(self, doc: Document, first: int, last: int, *, encounters: bool = False) -> tuple[int, str] | None:
        """Token and kind of the event on whose sidelines lies what the words tell («саммит барысында»); `encounters`: also a
        meeting («кездесу соңында»).
        """
        ...

    def between_states(self, doc: Document, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` speak of a body of two states that they do not name («үкіметаралық комиссия»)."""
        ...

    def lasting(self, doc: Document, i: int) -> bool:
        """Whether what the noun at token `i` names takes several days as a rule (a forum, an assembly)."""
        ...

    def foreseen(self, doc: Document, i: int) -> bool:
        """Whether the words right before the event noun at token `i` say that the event was to be («жоспарланған кездесу»)."""
        ...

    def has_been(self, doc: Document, i: int, last: int) -> bool:
        """Whether a participle beside the event noun at token `i` shows that the event was, whatever the sentence tells of."""
        ...

    def occasional(self, doc: Document, i: int) -> bool:
        """Whether the noun or verb at token `i` only tells on what occasion the rest was done («кездесуде», «жүздескен соң»)."""
        ...

    def attended(self, doc: Document, i: int, last: int) -> bool:
        """Whether the words up to token `last` tell who came to what the noun at token `i` names («кездесуге … келді»)."""
        ...

    def addresses(self, doc: Document, first: int, last: int, case: str) -> bool:
        """Whether the words tell of something said or given to whoever stands in `case` before them («… түсіндірді»)."""
        ...

    def days(self, doc: Document, first: int, last: int) -> int:
        """How many days the words say that something takes («екі күндік»); 1 where they say nothing."""
        ...

    def opens(self, doc: Document, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` tell that an event begins."""
        ...

    def in_course(self, doc: Document, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` tell what lies in the course of an event of several days («екі күндік сапар»)."""
        ...

    def ends(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell the end of an event that has begun before («бүгін аяқталды»)."""
        ...

    def there(self, doc: Document, first: int, last: int) -> str:
        """Whether the words point to a place named before: "place", "country", "any", "earlier" in this sentence, or nothing
        («сол қалада», «сол елде», «сонда», «онда»).
        """
        ...

    def remote(self, doc: Document, first: int, last: int) -> bool:
        """Whether the words tell of a meeting over a line («бейнеконференция форматында»)."""
        ...

    def act(self, doc: Document, i: int, case: str, kind: str | None) -> Act | None:
        """What the words at token `i` do to an instrument of `kind` in `case`; without a kind only what nothing but an
        instrument undergoes.
        """
        ...

    def act_state(self, doc: Document, i: int, last: int) -> tuple[str, bool]:
        """Status (held, planned, cancelled) and negation of the act at token `i`, told up to token `last`."""
        ...

    def pronoun_case(self, word: str) -> str | None:
        """The case of a personal pronoun; None where the word is none."""
        ...

    def collective(self, doc: Document, first: int, last: int) -> tuple[int, str] | None:
        """How many sides (0: not said) the last word for all of them means («екі ел», «тараптар»), and what they are:
        `body` («екі компания»), `state` («екі ел»), else nothing.
        """
        ...

    def verbal_noun(self, doc: Document, i: int, last: int) -> bool:
        """Whether what token `i` tells is a noun whose subject is a genitive («қол қоюы», «қол қойғанын»)."""
        ...

    def body_type(self, key: str | None) -> str | None:
        """The type of an organization that a table knows by its key."""
        ...

    def body_country(self, key: str | None) -> str | None:
        """ISO code of the country of a body that a table knows by its key."""
        ...

    def institution(self, doc: Document, i: int) -> str | None:
        """The type of organizations whose names end in the noun at token `i` («компания»); None where it ends none."""
        ...

    def format_members(self) -> dict[str, tuple[str, ...]]:
        """Key of a format of talks, or name of an area that meets others -> keys of its countries and bodies."""
        ...

    def matches(self, name: str, text: str) -> bool:
        """Whether a pattern of one list of the language's data is found in lower-case text."""
        ...

    def earlier_act(self, doc: Document, first: int) -> Act | None:
        """What the words before a name that begins at token `first` say was done to it."""
        ...

    def instrument_start(self, doc: Document, i: int) -> int:
        """First token of the name of the instrument whose noun is at `i`."""
        ...

    def instrument_name(self, doc: Document, first: int, i: int) -> str:
        """The name in the nominative."""
        ...

    def modality(self, doc: Document, first: int, last: int) -> tuple[str, bool]:
        """Status and negation of what is told from token `first` to `last`."""
        ...

    def voices(self, doc: Document, sentence: int) -> list[Voice]:
        """Words that lay what a sentence, or the one before it, tells to somebody's account, the most telling first."""
        ...

    def home_press(self, key: str | None) -> bool:
        """Whether the organization with this key is a news outlet of the home country."""
        ...

    def clauses(self, doc: Document, sentence: int) -> list[tuple[int, int]]:
        """First token and last token + 1 of each clause of a sentence."""
        ...


def languages() -> frozenset[str]:
    """Codes (ISO 639-1) of the languages that can be read."""
    return frozenset(_MODULES)


def language(code: str | None) -> Language:
    """The language with this code. Raises ExtractionError where there is none."""
    if code not in _MODULES:
        raise ExtractionError(f"language {code!r} cannot be read", cure=f"languages: {', '.join(sorted(_MODULES))}")
    return cast(Language, import_module(_MODULES[code]).LANGUAGE)
