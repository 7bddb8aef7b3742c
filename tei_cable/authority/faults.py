"""What is wrong with a list that an editor gave."""


class BadList(ValueError):
    """A list cannot be used. The message is one sentence: file, line, the fault, and the way out."""

    def __init__(self, path: str, line: int | None, fault: str, way_out: str):
        where = f"{path}, line {line}" if line else path
        super().__init__(f"{where}: {fault}; {way_out}.")
