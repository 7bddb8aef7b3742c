"""Text shaped like telegrams, whole and damaged: what random text does not find."""

from hypothesis import strategies as st

HEADS = (
    "614. Telegram From the Embassy in Yugoslavia to the Department of State[1]",
    "Telegram number 311-318[1]",
    "12. Telegram From the Department of State to the Embassy in France",
    "TELEGRAM",
    "SECRET",
    "**A consul to his minister,\nTelegram 44-51**",
    "From: Embassy Vienna",
    "Spec. No. 11-13",
)
METADATA = (
    "Citation:",
    (
        '"A consul to his minister, Telegram 44-51", March 3, 1961, Example Archive, (Vienna: Example Press, 1990), pp. 4-5. '
        "Translation by A. Clerk.\n<https://example.org/document/1>"
    ),
    "Summary:",
    "A consul writes to his minister.",
    "Credits:",
    "Original Language:",
    "French",
    "Contents:",
    "Translation - English",
)
DATELINES = (
    "Belgrade, October 12, 1961, 8 p.m.",
    "1 November 1962",
    "March 3, 1961",
    "Paris, undated.",
    "Washington, April 5, 1962—7 p. m.",
    "301430Z OCT 62",
)
SENTENCES = (
    "1. We spoke with M. [Anastas] Mikoyan on Friday 2 November[2].",
    "(2) The President agrees & the Secretary does not; see Embtel 486, 498[3] and our telegram 612-6191.",
    "3. He said “we shall see”, and left for Havana[4] the same day.",
    "Since Khrushchev's letter [garble—view?] nothing new [sic] came from Moscow",
    "A) [1 line not declassified] The Ambassador in Laos […] will return.",
    "It is for these reasons: (1) the port is closed; (2) the road is not; (3) nobody knows.",
    "the sentence goes on where the page ended, with a hy-\nphen in it.",
    "Begin text. “Dear Mr. President: I thank you. Sincerely yours, X” End text.",
    "x < y && ]]> <TEI> &amp; \"quoted\" 'single'",
    "[[nested [brackets] here] and ] loose [ ones (as well",
    "États-Unis, Léopoldville, Đông, 北京, עברית, \u202bמכתב\u202c, \ufeff\xa0end",
    "[Page 110]",
    "PAGE 02 PARIS 01234 301430Z",
    "Rusk",
    "ALPHAND",
    "↩",
)
NOTES = (
    "[1] Source: Department of State, Central Files, 611.68/10–1261. Secret; Priority. Repeated to London and Paris.",
    "[2] Mikoyan arrived on 2 November.",
    "[3] In this telegram of 30 October, the Ambassador agreed.",
    "[4] Not printed. (Ibid.)",
    "[2] A second note of that number.",
    "5. A note without brackets.↩",
    "[6]",
)
BREAKS = ("\n\n", "\n", " ", "\n \n", "\n\n\n", "\r\n\r\n", "\t", "")

pieces = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(HEADS + DATELINES + METADATA + NOTES),
    st.integers(0, 12).map(lambda n: f"[{n}]"),
    st.text(max_size=12),
)


@st.composite
def telegrams(draw: st.DrawFn) -> str:
    """A telegram as an archive or an edition lays it out, or a heap of its pieces."""
    shape = draw(st.sampled_from(("archive", "edition", "heap")))
    front = [draw(st.sampled_from(DATELINES)), draw(st.sampled_from(HEADS)), *METADATA] if shape == "archive" else []
    head = [draw(st.sampled_from(HEADS)), draw(st.sampled_from(DATELINES))] if shape != "heap" else []
    body = draw(st.lists(pieces, max_size=8))
    notes = draw(st.lists(st.sampled_from(NOTES), max_size=5))
    blank = draw(st.sampled_from(BREAKS))
    return blank.join([*front, *head, *body]) + "\n\n" + "\n".join(notes)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A telegram with cuts, doublings and foreign characters in it."""
    text = draw(telegrams())
    for _ in range(draw(st.integers(0, 4))):
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        text = draw(st.sampled_from((text[:a] + text[b:], text[:b] + text[a:], text[:a] + draw(st.text(max_size=5)) + text[a:])))
    return text
