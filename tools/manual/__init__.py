"""The documentation site: pages of docs/ and of the project, pages made from the code, the gallery. `python -m tools.manual FOLDER` builds it."""
