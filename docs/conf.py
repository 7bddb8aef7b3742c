"""Sphinx's settings for the site (`make docs`); tools/manual lays out what it reads."""

import tei_cable

project = "tei-cable"
author = "tei-cable contributors"
copyright = author
version = release = tei_cable.__version__
extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns = ["extra", ".doctrees"]
myst_enable_extensions = ["attrs_inline"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = f"tei-cable {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_extra_path = ["extra"]
html_copy_source = False
html_show_sphinx = False
smartquotes = False  # `--option` is no dash
highlight_language = "text"
