"""How many small faults the tests of an area notice: its mutation score.

Run `python -m benchmarks.mutations AREA [--sample 60] [--seed 1]`. Each mutant changes one
comparison, number, boolean or sum in the area's modules. All mutants lie in the modules together,
each behind a switch, so that tests are collected once; each mutant then runs in a process of its
own until the first test fails. A mutant that no test notices is printed with its line.
"""

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]
SWITCH = "__mutant__"
CPU_S = 60
"""Seconds of processor time after which a mutant that runs on counts as killed."""

OPPOSITES: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """Modules that are changed, and the tests that must notice."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    fixtures: bool = False


AREAS = {
    "decisions": Area(
        ("scoring/decisions/*.py", "scoring/escalation/*.py"),
        ("tests/scoring/decisions/test_boundaries.py", "tests/scoring/decisions/test_propose.py",
         "tests/scoring/decisions/test_validity.py", "tests/scoring/decisions/test_enough.py"),
    ),
    "risk": Area(
        ("scoring/risk/*.py",),
        ("tests/scoring/risk/test_arithmetic.py", "tests/scoring/risk/test_risk.py"),
    ),
    "levels": Area(("scoring/statements/levels.py",), ("tests/scoring/test_levels.py",
                   "tests/scoring/test_statement_score.py")),
    "pay": Area(tuple(f"scoring/rules/{name}.py" for name in ("pay", "floor", "hourly", "price")),
                ("tests/scoring/rules/test_pay.py", "tests/scoring/rules/test_price.py",
                 "tests/scoring/rules/test_pay_boundaries.py")),
    "security": Area(
        ("app/security/*.py",),
        ("tests/app/security/test_rate_limit.py", "tests/app/security/test_users.py",
         "tests/app/security"),
        fixtures=True,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where it is, what it makes of the code, and whether it acts at import."""

    number: int
    file: str
    line: int
    before: str
    after: str
    at_import: bool


class Mutator(ast.NodeTransformer):
    """Puts every mutant of a module behind a switch, `original` unless its number is on."""

    def __init__(self, file: str, first: int) -> None:
        self.file, self.mutants = file, list[Mutant]()
        self._first, self._depth = first, 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Change defaults as they are made at import, and the body as it runs."""
        node.args.defaults = [self.visit(each) for each in node.args.defaults]
        node.args.kw_defaults = [each and self.visit(each) for each in node.args.kw_defaults]
        self._depth += 1
        node.body = [self.visit(each) for each in node.body]
        self._depth -= 1
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # type: ignore[assignment]  # noqa: N815 (ast.NodeTransformer names it)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        """Change the body, which runs later."""
        self._depth += 1
        node.body = self.visit(node.body)
        self._depth -= 1
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Change the body and leave decorators as they are."""
        node.body = [self.visit(each) for each in node.body]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Change the value and leave the annotation as it is."""
        node.value = node.value and self.visit(node.value)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Leave words as they are."""
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        """Change what a case does, not its pattern."""
        node.body = [self.visit(each) for each in node.body]
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Change an expression in each way that fits it."""
        changes, before = list(_changes(node)), deepcopy(node)
        new = super().generic_visit(node)
        for changed in changes:
            number = self._first + len(self.mutants)
            self.mutants.append(
                Mutant(
                    number, self.file, before.lineno, ast.unparse(before), ast.unparse(changed),
                    at_import=not self._depth,
                )
            )  # fmt: skip
            switch = ast.parse(f"{SWITCH}[0] == {number}", mode="eval").body
            new = ast.copy_location(ast.IfExp(switch, changed, new), before)
        return ast.fix_missing_locations(new)


def _changes(node: ast.AST) -> Iterator[ast.expr]:
    """Each changed copy of an expression."""
    copy: Any = deepcopy(node)
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            if type(operator) in OPPOSITES:
                copy = deepcopy(node)
                copy.ops[place] = OPPOSITES[type(operator)]()
                yield copy
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in OPPOSITES:
        copy.op = OPPOSITES[type(node.op)]()
        yield copy
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield copy.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        copy.value = not node.value if isinstance(node.value, bool) else node.value + 1
        yield copy


class MutantFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the area's modules with their mutants, all behind one switch."""

    def __init__(self, area: Area, switch: list[int]) -> None:
        self.mutants: list[Mutant] = []
        self._switch = switch
        self._code: dict[str, CodeType] = {}
        for file in sorted(path for each in area.modules for path in ROOT.glob(each)):
            if file.name == "__init__.py":
                continue
            name = str(file.relative_to(ROOT))
            mutator = Mutator(name, 1 + len(self.mutants))
            tree = mutator.visit(ast.parse(file.read_text("utf-8")))
            self._code[name.removesuffix(".py").replace("/", ".")] = compile(tree, file, "exec")
            self.mutants += mutator.mutants

    def find_spec(
        self,
        fullname: str,
        path: object = None,  # noqa: ARG002 (the import system passes it)
        target: ModuleType | None = None,  # noqa: ARG002 (the same)
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module of the area."""
        if fullname not in self._code:
            return None
        file = ROOT / f"{fullname.replace('.', '/')}.py"
        return importlib.util.spec_from_file_location(fullname, file, loader=self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Let Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module with the switch in it."""
        module.__dict__[SWITCH] = self._switch
        exec(self._code[module.__name__], module.__dict__)


class Trials:
    """A pytest plugin: instead of running the tests once, it runs them for each mutant."""

    def __init__(self, mutants: Sequence[Mutant], switch: list[int]) -> None:
        self._mutants, self._switch = mutants, switch
        self.survivors: list[Mutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each mutant in a process of its own; number 0 is the code as it is."""
        if session.testsfailed or not self._survives(session, 0):
            pytest.exit("the tests fail without any mutant", returncode=1)
        for each in self._mutants:
            if self._survives(session, each.number):
                self.survivors.append(each)
                report(each)
        return True

    def _survives(self, session: pytest.Session, number: int) -> bool:
        def trial() -> bool:
            self._switch[0] = number
            for item, following in zip(session.items, [*session.items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    return False
            return True

        return passes(trial)


def passes(trial: Callable[[], bool]) -> bool:
    """Run a trial in a process of its own; one that dies or runs too long does not pass."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            os._exit(not trial())
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def report(mutant: Mutant) -> None:
    """Print a mutant that survived, at once."""
    line = f"{mutant.file}:{mutant.line}: {mutant.before}  →  {mutant.after}"
    print(line, file=sys.stderr, flush=True)


def survivors(area: Area, sample: int, seed: int) -> tuple[list[Mutant], list[Mutant]]:
    """Return the mutants drawn, and of them those that no test notices."""
    switch = [0]
    finder = MutantFinder(area, switch)
    sys.meta_path.insert(0, finder)
    drawn = random.Random(seed).sample(finder.mutants, min(sample, len(finder.mutants)))
    words = [
        "-q",
        "-p",
        "no:cacheprovider",
        "-W",
        "ignore",
        *([] if area.fixtures else ["--noconftest"]),
    ]
    words += area.tests
    alive = []
    for each in drawn:
        if each.at_import:
            # Only a process that has not imported the modules yet can show it.
            def afresh(number: int = each.number) -> bool:
                switch[0] = number
                return pytest.main([*words, "-x"]) == 0

            if passes(afresh):
                alive.append(each)
                report(each)
    later = [each for each in drawn if not each.at_import]
    trials = Trials(later, switch)
    if pytest.main(words, plugins=[trials]) not in (0, 5):
        sys.exit("the tests fail without any mutant")
    return drawn, alive + trials.survivors


def main() -> None:
    """Print the score of one area and each mutant that survives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("area", choices=AREAS)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    hypothesis.settings.register_profile("few", max_examples=5, derandomize=True, deadline=None)
    hypothesis.settings.load_profile("few")
    drawn, alive = survivors(AREAS[given.area], given.sample, given.seed)
    killed = len(drawn) - len(alive)
    print(f"{given.area}: {killed} of {len(drawn)} killed, {100 * killed / len(drawn):.0f} %")


if __name__ == "__main__":
    main()
