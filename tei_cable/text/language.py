"""Which language a text is in, by its function words; and what languages are called."""

import re
from collections import Counter

from tei_cable.model import Span

# Function words that the languages do not share, or share with few.
_WORDS = {
    "en": "the of and to in that was for with he is on by his not be this which had from have are as at it would but they their been were will",
    "fr": "le la les des et est une du que qui dans pour par sur au aux ne pas il avec son cette ce nous vous ont été sont mais plus leur",
    "de": "der die das und ist nicht den dem des ein eine zu mit von auf für sich im auch dass als wird hat werden bei nach zur zum über sie",
    "es": "el los las de y que en un una por con para del se no su al lo como más pero este esta fue ha sus está son entre sobre",
    "it": "il gli di che e un una per con del della non si da al sono alla questo nel anche come più dei delle nella suo ha essere dal lo",
    "pt": "o os as de que e um uma por com para do da não se ao dos das na no em como mais foi seu sua são pela pelo está entre",
    "pl": "i w na nie się z do że to jest o jak po ale za przez od oraz był są dla przy przed jego które który została tym",
    "ru": "и в не на что с по из как это от его для он они мы за но бы был было быть так также или во при",
    "nl": "de het een en van ik dat die niet te zijn met op voor aan er maar om ook als naar bij uit door werd heeft hij",
}
NAMES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt", "polish": "pl", "russian": "ru",
    "dutch": "nl", "czech": "cs", "slovak": "sk", "hungarian": "hu", "romanian": "ro", "bulgarian": "bg", "serbian": "sr", "croatian": "hr",
    "serbo-croatian": "sh", "slovenian": "sl", "albanian": "sq", "greek": "el", "turkish": "tr", "ukrainian": "uk", "swedish": "sv",
    "norwegian": "no", "danish": "da", "finnish": "fi", "estonian": "et", "latvian": "lv", "lithuanian": "lt", "mongolian": "mn",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi", "arabic": "ar", "hebrew": "he", "persian": "fa", "latin": "la",
}  # fmt: skip
_ENGLISH_NAMES = {code: name.capitalize() for name, code in NAMES.items()}
_SPLIT = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_BY_WORD = {word: " ".join(code for code, words in _SPLIT.items() if word in words) for words in _SPLIT.values() for word in words}
# Characters looked at; hits that make it a language; its lead over the next.
_SAMPLE, _FEWEST, _LEAD = 600, 3, 1.2


def language(text: str, region: Span) -> str:
    """BCP 47 code of the language of the text in `region`, "und" when its words do not tell."""
    middle = max(region.start, (region.start + region.end - _SAMPLE) // 2)
    words = text[middle : min(region.end, middle + _SAMPLE)].lower().split()
    hits = Counter(" ".join([_BY_WORD[word] for word in words if word in _BY_WORD]).split())
    first, second = sorted([*hits.values(), 0, 0])[:-3:-1]
    return max(hits, key=hits.__getitem__) if first >= _FEWEST and first >= _LEAD * second else "und"


def code(words: str) -> str:
    """The code of the language that these English words name ("Translation - English": "en"), or ""."""
    return next((NAMES[word] for word in re.findall(r"[a-z]+(?:-[a-z]+)?", words.lower()) if word in NAMES), "")


def name(code: str) -> str:
    """What the language is called in English, or ""."""
    return _ENGLISH_NAMES.get(code, "")
