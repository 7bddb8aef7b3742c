"""Titles, ranks and offices as they stand before a name, word by word, and what ranks are alike."""

# Forms of address: what follows is a name for certain.
ADDRESS = frozenset(
    """
    M. MM. Mr. Mr Messrs. Messrs Mrs. Mrs Miss Ms. Mme. Mme Mlle. Madame Monsieur Herr Frau Senor Señor Señora
    Signor
    """.split()
)
FEMININE = frozenset("Mrs. Mrs Miss Ms. Mme. Mme Mlle. Madame Frau Señora Lady Dame Queen Princess".split())
# Titles that only clergymen have, and those of simple priests.
PRIESTLY = frozenset("Rev. Reverend Father Fathers".split())
CLERICAL = PRIESTLY | frozenset("Bishop Bishops Archbishop Cardinal Pope Msgr. Monsignor".split())
# Ranks and offices: the last word of a title before a name.
HEADS = ADDRESS | frozenset(
    """
    Don Dom Tunku Tengku Sir Lord Lady Dame Dr. Dr Drs. Doctor Prof. Prof Professor Rev. Reverend Father Fathers Bishop Bishops
    Archbishop Cardinal Pope Msgr. Monsignor Patriarch Gen. Gen General Generals Gens. Gens Marshal Marshals
    Generalissimo Adm. Adm Admiral Admirals Adms. Col. Col Colonel Colonels Maj. Maj Major Capt. Capt Captain Cdr.
    Commander Lt. Lieutenant Brig. Brigadier Commodore Sgt. Sergeant RADM VADM ADM LTG MG LtGen MajGen BrigGen
    President Presidents Pres. Pres Premier Chancellor King Queen Prince Princess Emperor Shah Sultan Sheikh
    Shaikh Sheik Emir Amir Imam Ayatollah Duke Count Baron Earl Viscount Maharaja Pandit Bung U Ambassador
    Ambassadors Amb. Amb Ambs. Ambs Minister Ministers Min. Min FonMin ForMin Fonmin Formin FornMin FinMin DefMin
    PriMin PrimMin PM P.M. FM VP PermRep Permrep Secretary Secretaries Sec. Sec Secy. Secy SecState SecDef Senator
    Senators Sen. Sen Sens. Congressman Congressmen Congresswoman Representative Rep. Rep Governor Gov. Gov Mayor
    Chairman Chief Director Counselor Counsellor Consul Delegate Commissioner Attaché Chargé Charge Comrade
    Speaker Justice Judge Administrator Deputy Emissary Envoy Maréchal Hadji Undersecretary SYG SecGen Premiers
    """.split()
)
# Small heads that are titles directly before a name ("president Kennedy").
SMALL_HEADS = frozenset(
    """
    president premier minister ambassador chancellor marshal general admiral colonel senator king prince secretary
    governor chairman
    """.split()
)
# Words of a title before its head.
INNER = HEADS | frozenset(
    """
    Foreign Prime Vice Assistant Asst. Under Acting Defense Defence Finance Interior Economic Economics Trade
    Labor Agriculture Commerce Information Education Planning Air Field Rear Special Permanent First Second Third
    Attorney Political Military Naval Army Navy Press Crown Party Communist Former UN NATO Embassy State Treasury Asst
    Home Colonial Commonwealth Dep. Dep Joint Associate Sr. External Interim Provisional Federal National Chief
    Estado Stato Exteriores Étrangères Esteri Affari
    """.split()
)
# What an office is of, between its head and the name ("Secretary of State Rusk").
OBJECTS = frozenset(
    """
    State Defense Defence War Staff Treasury Interior Exchequer Commerce Agriculture Army Navy Justice Labor
    Finance Economy Government
    """.split()
)
# Adjectives of creeds, which some bear as names.
CREEDS = frozenset("Christian Moslem Muslim Catholic Protestant Orthodox Jewish Buddhist Hindu Druze Maronite Sunni Shia Coptic".split())
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV 2d 3d".split())
# Particles of surnames.
PARTICLES = frozenset(
    """
    de De von Von van Van der den du Du di Di da Da del Del della la La le Le ten ter af zu und y al Al el El ul
    bin ben ibn Ibn Bin d
    """.split()
)
# Family names that come first in Vietnamese names, where people are called by the last word.
VIETNAMESE = frozenset(
    """
    Bui Cao Dang Dao Dinh Do Duong Ha Ho Hoang Huynh Lai Lam Le Luong Ly Mai Ngo Nguyen Pham Phan Phung Ta Thai Ton Tran
    Trinh Truong Vo Vu Vuong
    """.split()
)
# What is no forename though it may be one.
CALENDAR = frozenset(
    "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov Dec"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
# The abbreviations of titles in full, in small letters: "full: abbreviations".
_ABBREVIATED = """
general: gen gens generals ltgen majgen briggen ltg mg
admiral: adm adms admirals radm vadm
marshal: marshals
colonel: col colonels
lieutenant: lt
major: maj
captain: capt
brigadier: brig
commander: cdr
sergeant: sgt
ambassador: amb ambs ambassadors
minister: min ministers
foreign minister: fonmin formin fornmin fm
finance minister: finmin
defense minister: defmin
prime minister: primin primmin pm premier p.m
president: pres presidents
vice president: vp
secretary: sec secy secretaries
secretary state: secstate
secretary defense: secdef
under secretary: undersecretary
senator: sen sens senators
representative: rep
permanent representative: permrep
governor: gov
defense: defence
deputy: dep
assistant: asst
counselor: counsellor
sheikh: sheik shaikh
"""
FULL = {short: full for full, _, shorts in (line.partition(": ") for line in _ABBREVIATED.split("\n") if line) for short in shorts.split()}
RANKS = frozenset(
    """
    general admiral colonel major captain brigadier commander lieutenant marshal generalissimo commodore sergeant
    """.split()
)
