"""A person, place, organisation or term that a telegram names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """An entry of an authority file as a telegram's TEI lists it.

    `kind` is `person`, `place`, `org` or `term`; `name` the display form, in which `forename` and `surname` stand. `birth` and `death` are
    years or dates as TEI `@when` has them; `idno` pairs of type and value; `geo` "latitude longitude" in degrees; `gloss` the role of
    a person or the meaning of a term. `source` is the id of the list that it comes from; "" for the core authority.
    """

    id: str
    kind: str
    name: str
    forename: str = ""
    surname: str = ""
    birth: str = ""
    death: str = ""
    idno: tuple[tuple[str, str], ...] = ()
    geo: str = ""
    gloss: str = ""
    source: str = ""

    @property
    def position(self) -> tuple[float, float] | None:
        """Degrees north and east, where they are known."""
        degrees = self.geo.split()
        return (float(degrees[0]), float(degrees[1])) if len(degrees) >= 2 else None

    def __hash__(self) -> int:
        # what differs has another id, but for homonyms of two authorities
        return hash(self.id)
