"""What the modules that are compiled may not say, since the compiler stumbles over it long after the tests."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def compiled() -> list[Path]:
    """The modules that the wheel's build compiles."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    include = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    return sorted(file for pattern in include for file in ROOT.glob(pattern))


def test_nothing_is_looked_for_in_a_list_with_a_star() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in compiled()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Compare) and any(map(_has_star, node.comparators))
    ]
    assert found == [], "write `x in A or x == b` instead of `x in (*A, b)`"


def _has_star(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple | ast.List) and any(isinstance(one, ast.Starred) for one in node.elts)
