"""The table of commands says of each what the command itself says."""

import inspect

import pytest
from typer.testing import CliRunner

from app.cli import commands
from app.cli.command_table import COMMANDS, LazyCommand


@pytest.mark.parametrize("lazy", COMMANDS, ids=lambda lazy: lazy.name)
def test_command_table_row_equals_the_help_of_the_real_command(lazy: LazyCommand) -> None:
    real = lazy.load()
    first = inspect.cleandoc(real.help or "").split("\n\n")[0]
    assert (real.name, " ".join(first.split())) == (lazy.name, lazy.help)


def test_command_table_names_each_command_once() -> None:
    assert len({each.name for each in COMMANDS}) == len(COMMANDS)


def test_help_lists_every_command_with_its_line() -> None:
    ran = CliRunner().invoke(commands, ["--help"], env={"COLUMNS": "200"})
    assert ran.exit_code == 0
    for each in COMMANDS:
        assert any(
            line.strip("│ ").startswith(each.name) and each.help in line
            for line in ran.stdout.splitlines()
        ), each.name


def test_a_mistyped_command_is_answered_with_the_nearest_name() -> None:
    ran = CliRunner().invoke(commands, ["intak"])
    assert ran.exit_code == 2
    assert "'intake'" in ran.stderr
