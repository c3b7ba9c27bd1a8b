"""The data dictionary of a format, from the very fields that it writes."""

from __future__ import annotations

from dragoman.export.data.registry import Format


def markdown(form: Format) -> str:
    """What the format is for, and its fields as tables in Markdown."""
    from dragoman.export.data.columns import TABLES

    parts = [
        f"# {form.name}",
        "",
        f"{form.about[0].upper()}{form.about[1:]}. `dragoman export {form.name}`, `{form.suffix}`.",
    ]
    about = (form.module.__doc__ or "").strip()
    parts += ["", about]
    if form.only:
        parts += ["", f"It has only {form.only}; the command says how many it left out."]
    for name, fields in form.dictionary().items():
        if name:
            parts += ["", f"## {name}", "", f"A row is {TABLES[name].row}."]
        parts += ["", "| field | type | meaning |", "|---|---|---|"]
        parts += [f"| {field.name} | {field.type} | {field.meaning.replace('|', chr(92) + '|')} |" for field in fields]
    return "\n".join(parts)
