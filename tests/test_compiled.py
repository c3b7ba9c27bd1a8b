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


def test_a_tuple_that_grows_says_that_it_may_be_of_any_length() -> None:
    found = [f"{file.relative_to(ROOT)}:{line}" for file in compiled() for line in _grown(file.read_text("utf-8"))]
    assert found == [], "write `x: tuple[str, ...]` where x is first set and later becomes `(a, *x)`"


def _grown(source: str) -> list[int]:
    """Where a name becomes a tuple that holds it, though the function says nothing of its type: its length is guessed
    from what it was first."""
    rows = []
    for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        told = {ast.unparse(node.target) for node in ast.walk(function) if isinstance(node, ast.AnnAssign)}
        told |= {arg.arg for arg in ast.walk(function) if isinstance(arg, ast.arg) and arg.annotation}
        for node in (node for node in ast.walk(function) if isinstance(node, ast.Assign) and _has_star(node.value)):
            held = {ast.unparse(one.value) for one in ast.walk(node.value) if isinstance(one, ast.Starred)}
            if isinstance(node.value, ast.Tuple) and held & {ast.unparse(name) for name in node.targets} - told:
                rows.append(node.lineno)
    return rows
