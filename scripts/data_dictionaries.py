"""Write docs/exports/FORMAT.md for every format of data sets, from the very fields that it writes.

python scripts/data_dictionaries.py
"""

from __future__ import annotations

from pathlib import Path

from dragoman.export.data.dictionary import markdown
from dragoman.export.data.registry import FORMATS

DOCS = Path(__file__).parents[1] / "docs" / "exports"
LIST = "<!-- formats -->\n"


def pages() -> dict[str, str]:
    """The text of each page by its file's name; the list of formats goes into the page that people wrote."""
    rows = [f"| [{form.name}]({form.name}.md) | `{form.suffix}` | {form.about} |\n" for form in FORMATS.values()]
    written = (DOCS / "README.md").read_text("utf-8")
    before, _, rest = written.partition(LIST)
    after = rest.partition(LIST)[2]
    table = "".join(["| format | ending | what for |\n", "|---|---|---|\n", *rows])
    made = {f"{form.name}.md": f"{markdown(form)}\n" for form in FORMATS.values()}
    return {"README.md": f"{before}{LIST}{table}{LIST}{after}", **made}


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8")
