"""States as telegrams speak of them: by an adjective ("French"), by a place ("in Moscow"), by a code; and where their governments sit.

A state is the id of its place in the core's table ("france", "ussr"). The states that parted after 1945 are told apart as the State
Department told them apart: "German" without more is West German, "Vietnamese" South Vietnamese, "Korean" South Korean.
"""

from collections.abc import Mapping
from functools import cache

from tei_cable.authority import core
from tei_cable.text.shadow import shadow

# id of the state -> its adjectives and the abbreviations that are used as such
_ADJECTIVES = """
afghanistan Afghan|albania Albanian|algeria Algerian|angola Angolan|argentina Argentine,Argentinian|australia Australian|austria Austrian
bahrain Bahraini|belgium Belgian|bolivia Bolivian|brazil Brazilian|bulgaria Bulgarian,Bulgar|burma Burmese|burundi Burundi|cambodia Cambodian,Khmer
cameroon Cameroonian|canada Canadian|ceylon Ceylonese|chad Chadian|chile Chilean
china Communist Chinese,ChiCom,Chicom,Chinese Communist,Peking,Peiping,PRC,CPR|colombia Colombian|congo Congolese,GOC
costa-rica Costa Rican|cuba Cuban|cyprus Cypriot,Cyprus|czechoslovakia Czechoslovak,Czech|dahomey Dahomean|denmark Danish
dominican-republic Dominican|east-germany East German,GDR|ecuador Ecuadorean,Ecuadoran,Ecuadorian|egypt Egyptian|el-salvador Salvadoran
ethiopia Ethiopian|finland Finnish|france French|gabon Gabonese|ghana Ghanaian,Ghanian|greece Greek|guatemala Guatemalan|guinea Guinean|haiti Haitian
honduras Honduran|hungary Hungarian|iceland Icelandic|india Indian|indonesia Indonesian|iran Iranian,Persian|iraq Iraqi|ireland Irish
israel Israeli,Israel|italy Italian|ivory-coast Ivorian|jamaica Jamaican|japan Japanese|jordan Jordanian|kenya Kenyan|kuwait Kuwaiti
laos Laotian,Lao|lebanon Lebanese|liberia Liberian|libya Libyan|luxembourg Luxembourg|madagascar Malagasy|malawi Malawian
malaya Malayan|malaysia Malaysian|mali Malian|malta Maltese|mauritania Mauritanian|mexico Mexican|mongolia Mongolian|morocco Moroccan|nepal Nepalese
netherlands Dutch,Netherlands|new-zealand New Zealand|nicaragua Nicaraguan|nigeria Nigerian|north-korea North Korean,DPRK
north-vietnam North Vietnamese,DRV|norway Norwegian|oman Omani|pakistan Pakistani,Pakistan,Pak|panama Panamanian|paraguay Paraguayan
peru Peruvian|philippines Philippine,Filipino|poland Polish|portugal Portuguese|qatar Qatari|rhodesia Rhodesian|romania Romanian,Rumanian
rwanda Rwandan|saudi-arabia Saudi,Saudi Arabian|senegal Senegalese|singapore Singaporean|somalia Somali|south-africa South African
south-korea South Korean,Korean,ROK|south-vietnam South Vietnamese,Vietnamese,Viet-Namese,GVN,SVN|spain Spanish|sudan Sudanese|sweden Swedish
switzerland Swiss|syria Syrian|taiwan Nationalist Chinese,Chinese Nationalist,Chinese,GRC,ChiNat,Chinat|tanzania Tanzanian|thailand Thai
togo Togolese|tunisia Tunisian|turkey Turkish,Turk|uganda Ugandan|united-arab-republic UAR,U.A.R.|united-kingdom British,UK,U.K.
united-states American,US,U.S.,United States|uruguay Uruguayan|ussr Soviet,Sov,Russian,USSR,U.S.S.R.|vatican Papal,Vatican|venezuela Venezuelan
west-germany West German,German,FRG,Federal German,FedRep|yemen Yemeni|yugoslavia Yugoslav,Yugoslavian|zambia Zambian
"""
_MEANT = {"germany": "west-germany", "korea": "south-korea", "vietnam": "south-vietnam", "russia": "ussr"}
_OF_CITY = {
    "hanoi": "north-vietnam",
    "haiphong": "north-vietnam",
    "east-berlin": "east-germany",
    "leipzig": "east-germany",
    "dresden": "east-germany",
}
_OF_CODE = {"SU": "ussr", "YU": "yugoslavia", "RS": "yugoslavia", "CZ": "czechoslovakia", "DE": "west-germany", "VN": "south-vietnam", "RU": "ussr"}
# Where embassies to a state sat when that is not the capital of today; read in the datelines of the embassies' telegrams in FRUS 1955-1972.
_SEATS = {
    "brazil": "rio-de-janeiro",
    "burma": "yangon",
    "czechoslovakia": "prague",
    "israel": "tel-aviv",
    "ivory-coast": "abidjan",
    "netherlands": "the-hague",
    "pakistan": "karachi",
    "saudi-arabia": "jidda",
    "south-vietnam": "ho-chi-minh-city",
    "united-arab-republic": "cairo",
    "ussr": "moscow",
    "west-germany": "bonn",
    "yugoslavia": "belgrade",
}
# States whose capital of today is younger, and of whose older one no source was at hand.
_MOVED = frozenset({"germany", "east-germany", "malawi", "nigeria", "ceylon", "tanzania", "vietnam", "north-vietnam"})
# Two names of one state: who holds an office of the one may be listed under the other.
_KIN = {"egypt": "united-arab-republic", "united-arab-republic": "egypt"}


@cache
def adjectives() -> Mapping[str, str]:
    """State by adjective."""
    rows = (entry.partition(" ") for line in _ADJECTIVES.strip().splitlines() for entry in line.split("|"))
    return {word: state for state, _, words in rows for word in words.split(",")}


@cache
def by_name() -> Mapping[str, str]:
    """State by the name of its country."""
    rows = core.table("places").cells("name", "id")
    return {name: state for name, id in rows if core.facts("place", id).get("type") == "country" and (state := of_place(id))}


def named(text: str) -> frozenset[str]:
    """The states that a text names; Egypt also for the union that it was in."""
    words = f" {shadow(text)} "
    found = {state for name, state in (*by_name().items(), *adjectives().items()) if f" {name} " in words}
    return frozenset(names(state)[-1] if state == "egypt" else state for state in found)


@cache
def _by_code() -> Mapping[str, str]:
    rows = core.table("places").cells("id", "type", "country")
    return {code: id for id, kind, code in rows if kind == "country" and code} | _OF_CODE


@cache
def _capitals() -> Mapping[str, str]:
    """Capital by the code of its country."""
    return {code: id for id, kind, code in core.table("places").cells("id", "type", "country") if kind == "capital"}


def of_code(code: str) -> str:
    """The state of an ISO 3166 code, or of one of the older codes SU and YU; "" for none."""
    return _by_code().get(code.upper(), "")


def of_place(place: str) -> str:
    """The state that a place is or lies in; "" for a region or a water. An island with a code of its own that no country here has is one too."""
    facts = core.facts("place", place)
    kind, code = facts.get("type", ""), facts.get("country", "")
    if kind == "country":
        return _MEANT.get(place, place)
    return _OF_CITY.get(place) or of_code(code) or (place if code and kind in ("island", "region") else "")


def seat(state: str) -> str:
    """The place where the state's foreign ministry and the embassies to it sit, or ""."""
    if state in _SEATS:
        return _SEATS[state]
    return "" if state in _MOVED else _capitals().get(core.facts("place", state).get("country", ""), "")


def names(state: str) -> tuple[str, ...]:
    """The ids under which the offices of a state may be listed."""
    return (state, _KIN[state]) if state in _KIN else (state,)
