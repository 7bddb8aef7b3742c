"""An annotator: feasts of Ruritania are dates."""

from ruritanian_cables.days import FEASTS
from tei_cable.annotators import Annotation, Annotator, adding
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Mention, Severity, Span

FEAST = Code("Z002", "feast-in-year-of-telegram", Severity.INFO)
WITHOUT_YEAR = Code("Z001", "feast-without-year", Severity.INFO)


class Days:
    """Wakes at the names of the feasts; the year is the telegram's."""

    needs: frozenset[str] = frozenset()
    gives = frozenset({"date"})
    cues = tuple(FEASTS)

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with a `date` for each feast; where the telegram's own year is not known, the feast is left alone, and said."""
        mentions, found = [], []
        for hit in scene.hits("cue:ruritanian-days"):
            span, year = Span(hit.start, hit.end), scene.date[:4]
            if year:
                day = f"{year}-{FEASTS[hit.form.text]}"
                # which year is meant is inferred
                mentions.append(Mention(span, "date", attrs={"when": day}, cert="medium", evidence="feast in the telegram's year"))
                found.append(FEAST.at(span, f"{hit.form.text} is taken for {day}.", "See whether this year's is meant."))
            else:
                found.append(WITHOUT_YEAR.at(span, f"Nothing tells the year of {hit.form.text}.", "Give the telegram its date."))
        return Annotation(adding(cable, mentions), tuple(found))


part: Annotator = Days()
