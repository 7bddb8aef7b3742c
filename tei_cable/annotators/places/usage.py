"""Whether an abbreviation stands for the country or describes a noun: "the US agrees", "in US." against "US policy", "US–UK talks".

The words after it decide. A noun is the rule; what speaks for the country is the end of a phrase, or one of the words that follow a subject or
a place: a verb, an auxiliary, a preposition, an adverb. The verbs below are those that follow a subject most often in diplomatic telegrams.
"""

import re

from tei_cable.authority.states import adjectives
from tei_cable.text.regex import regex

_FUNCTION = """
a about above across after again against all almost alone along already also although always am among and any are around as at away back be
because been before behind being below beneath beside besides between beyond both but by can cannot could de despite did do does doing done
down due during either else elsewhere ever except far first for from further had hardly has have having he hence her here him his how
however i if in indeed instead into is it its itself just last later least less lest like long may maybe me meanwhile merely might more moreover
must my near neither never nevertheless next no none nor not nothing now of off often on once only onto or other otherwise ought our out
outside over owing past per perhaps plus quite rather re really regarding same seldom shall she should simply since so some somehow
sometimes soon soonest still such than that the their them then there thereby therefore these they this those though through throughout thus
to today together tomorrow tonight too toward towards tried trying under unless until unto up upon us versus very via vs was we well were
what whatever when whenever where whereas whereby wherever whether which while who whom whose why will with within without would yesterday
yet you your wld shld cld etc e.g i.e able unable willing unwilling ready unready prepared anxious aware unaware likely unlikely concerned
interested convinced opposed pleased glad inclined disposed determined entitled obliged obligated bound certain sure hopeful hesitant
reluctant eager content loath sympathetic
"""
_VERBS = """
abstains accepts acknowledges acquiesces adheres adopts advises advocates agrees allows announces anticipates appears appreciates approves
argues asks assumes attaches became becomes began begins believes bears brings broke brought calls came can't chooses comes confirms
considers contemplates contends continues cooperates could couldn't decides deems defers denies deplores depends deserves desires despairs
determines didn't disagrees doesn't don't doubts drew earnestly encourages endorses envisages exercises exerts expects faces fails favors
feels felt fell finds foresees forgot fought found gave gets gives goes got grants grew guarantees had hadn't has hasn't hates held helped
hopes holds imposes includes informs insists intends intervenes invites involves isn't keeps kept knew knows lacks laid leaves led left lets
likes looks lost loses made maintains makes means meant met occupies opposes ought ours owes owns pays persists plays possesses prefers
presents pressed presses proceeds promises proposes provides pursues puts raises ran realizes receives recognizes refuses regards regrets
rejects relies remains represents requires resumes retains runs said sat saw says seeks seems sees sells sent serves shares should shouldn't
shows sold sought speaks spends spent spoke stands stated stays stood strives suffers suggests supports takes takes thinks thought threatens
told took treats tries trusts turns understands understood undertakes undertook urges waited wants wasn't welcomes went weren't wishes
withdrew withheld won won't wonders would wouldn't wrote yields agree agree accept appear assume attach avoid believe consider continue
favor feel give insist intend join keep make maintain propose provide recognize regard remain seek seem send share take think understand
undertake urge adopt assist become begin bring encourage expect declare do go have know let oppose proceed put refrain retain say see
withdraw obtain abstain reconsider negotiate abandon adhere furnish meet
"""
# Participles that describe a noun more often than they end a clause.
_PARTICIPLES = """
armed advanced allied announced assisted associated backed based chartered combined contemplated continued controlled declared detailed dominated
estimated expanded financed furnished held imposed increased inspired led limited manned occupied oriented owned planned produced projected proposed
published recommended reduced related renewed reported revised sponsored stated supplied supported trained united
"""
NOUN_USE = frozenset(_FUNCTION.split()) | frozenset(_VERBS.split())
# Verbs that are nouns in the plural too.
_CLAIMS = frozenset("calls claims doubts favors grants guarantees hopes means presents promises regrets shares supports turns wishes".split())
# Words in -ing that are nouns or describe one; others follow a subject ("US watching situation").
_GERUNDS = """
backing bargaining blocking bombing briefing broadcasting building feeling financing fishing funding handling holding landing lending
meeting negotiating operating planning ruling shipping spending standing stockpiling testing thinking training understanding undertaking working
"""
_MODIFIERS = frozenset(_PARTICIPLES.split()) | frozenset(_GERUNDS.split())
# Nouns in -ly, which are no adverbs; and what makes a word in -s before it a noun ("US guarantees were").
_NOUNS = frozenset("ally anomaly assembly family fly monopoly reply supply".split())
_FINITE = regex(r"\s+(?:is|are|was|were|has|have|had)\b")
# "supports" and the like are verbs after a subject, but "support" and "offers" after an adjective are nouns: what is left out above is a noun.
_MARK = r"(?:\[\w{1,3}\])?"
_AFTER = regex(rf"{_MARK}(?:[’']s?(?!\w)|\s*\n\s*\n|[”\"’')\]]*\s*(?:[.;:?!)\]”\"—]|$)|[”\"’']*\s+\()")
_COMPOUND = regex(r"\s?[-/–‑]\s?(?=\w)")
_JOINED = regex(rf"{_MARK}(?:,|\s+(?:and|or|&)|,\s+(?:and|or))\s+(?:the\s+)?")
_NEXT = regex(rf"{_MARK}\s+[“‘\"]?([A-Za-z][\w’'-]*)")
_DATE = regex(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b"
)
_SENTENCE = frozenset(
    "The This These We It He They In On At If I As But While When However Therefore For To My Our There Such Since Although Also Begin End".split()
)
_NATION = regex(r"(?!Soviet\s+Union|Saudi\s+Arabia)([A-Z][\w.]*(?:-[A-Z]\w+)?)(?=\s)")


def stands_alone(text: str, end: int, depth: int = 2) -> bool:
    """Whether the abbreviation that ends at `end` is used as a noun.

    What it is joined to by a comma, "and" or "or" counts when that is another country or nationality: in "US and French
    governments" both describe the noun, in "US and UK agree" neither.
    """
    if _AFTER.match(text, end):
        return True
    if _COMPOUND.match(text, end):
        return False
    if joined := _JOINED.match(text, end):
        other = _NATION.match(text, joined.end()) if depth else None
        if other is None or not (other[1].isupper() or other[1] in adjectives()):
            return True
        # the full stop of a sentence is none of the abbreviation
        return stands_alone(text, other.end() - (other[1].count(".") == 1), depth - 1)
    if text[end : end + 1] == ",":
        return True
    word = _NEXT.match(text, end)
    return word is not None and _follows_noun(text, word, end)


def _follows_noun(text: str, word: re.Match[str], end: int) -> bool:
    w = word[1]
    if w[0].isupper():
        return bool(_DATE.match(w)) or (text[end - 1] == "." and w in _SENTENCE)
    if w in _CLAIMS and _FINITE.match(text, word.end()):
        return False
    return w in NOUN_USE or (w.endswith("ly") and w not in _NOUNS) or (w.endswith(("ed", "ing")) and w not in _MODIFIERS)
