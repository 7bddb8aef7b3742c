"""The notebook runs from end to end, and shows a table, a map and a network of the specimens."""

import importlib
import json
from typing import Any

import pytest

from conftest import ROOT

PATH = ROOT / "docs" / "notebook" / "telegrams.ipynb"


@pytest.fixture(scope="module")
def outputs() -> list[dict[str, Any]]:
    """What its cells show. The notebook that is kept has no outputs, so it is executed each time."""
    for name in ("ipykernel", "matplotlib", "nbclient", "networkx"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"missing tool: {name} (pip install '.[notebook]')")
    nbclient: Any = importlib.import_module("nbclient")
    nbformat: Any = importlib.import_module("nbformat")
    notebook = nbformat.read(PATH, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(PATH.parent)}}).execute()
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = json.loads(PATH.read_text(encoding="utf-8"))["cells"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells if cell["cell_type"] == "code")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::UserWarning")
def test_it_shows_a_table_a_map_and_a_network(outputs: list[dict[str, Any]]) -> None:
    told = "".join(o.get("text", "") for o in outputs)
    names = {path.stem for path in (ROOT / "corpus").glob("*.txt")}
    assert all(name in told for name in names)
    (table,) = (o["data"]["text/html"] for o in outputs if "text/html" in o.get("data", {}))
    assert table.count("<tr>") == len(names) + 1
    pictures = [o["data"]["image/png"] for o in outputs if "image/png" in o.get("data", {})]
    assert len(pictures) == 2
    assert not [o for o in outputs if o["output_type"] == "error"]
