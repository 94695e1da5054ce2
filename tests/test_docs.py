"""The docs cannot lie: generated pages are up to date, worked pages print what they say, nothing is undocumented."""

import inspect
from pathlib import Path

import pytest

from scripts import docs, pages

ROOT = Path(__file__).resolve().parent.parent


def text(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def test_generated_pages_are_up_to_date() -> None:
    assert [str(p.relative_to(ROOT)) for p in docs.stale(docs.pages())] == [], "run scripts/docs.py"


def test_a_page_that_differs_or_is_left_over_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs, "DOCS", tmp_path)
    (tmp_path / "old.md").write_text(f"{docs.MARK}\n\nGone.\n", "utf-8")
    (tmp_path / "own.md").write_text("By hand.\n", "utf-8")
    (tmp_path / "cli.md").write_text("Other.\n", "utf-8")
    assert docs.stale({tmp_path / "cli.md": "Right.\n"}) == [tmp_path / "cli.md", tmp_path / "old.md"]


@pytest.mark.parametrize("page", pages.PAGES)
def test_a_worked_page_prints_what_it_says(page: str, tmp_path: Path) -> None:
    differs, _ = pages.difference(ROOT / page, tmp_path)
    assert differs == "", "run scripts/pages.py --write, and read what changed"


def test_a_page_that_says_something_else_is_noticed(tmp_path: Path) -> None:
    said = "```console\n$ echo one\ntwo\n```\n\n```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
    real = "```console\n$ echo one\none\n```\n\n```python\nprint(1 + 1)\n```\n\n```text\n2\n```\n"
    assert pages.run(said, tmp_path) == real


def test_three_dots_stand_for_any_lines_and_seconds_may_vary(tmp_path: Path) -> None:
    said = "```console\n$ seq 5; echo took 3.1 s\n1\n...\n5\ntook 0.2 s\n```\n"
    assert pages.run(said, tmp_path) == said


def test_a_block_with_a_file_name_is_written(tmp_path: Path) -> None:
    pages.run("```csv data/a.csv\nx,y\n1,2\n```\n", tmp_path)
    assert (tmp_path / "data" / "a.csv").read_text("utf-8") == "x,y\n1,2\n"


def test_every_verb_and_option_is_documented() -> None:
    import click

    from cuibono.cli import VERBS, cuibono

    page = text("cli.md")
    for verb in VERBS:
        assert f"## cuibono {verb}\n" in page
        command = cuibono.get_command(click.Context(cuibono), verb)
        assert command is not None
        for option in (o for p in command.params if isinstance(p, click.Option) for o in p.opts):
            assert option in page, f"{verb} {option}"


def test_every_lens_and_setting_is_documented() -> None:
    from cuibono.lenses import registry

    assert len(registry.lens_names()) >= 2
    for name in registry.lens_names():
        spec, page = registry.get(name), text(f"lenses/{name}.md")
        assert name in text("lenses/README.md")
        for setting in spec.settings:
            assert setting.help, f"{name}: {setting.name} has no word of help"
            assert f"| `{setting.name}` |" in page


def test_every_reader_is_documented() -> None:
    from cuibono.readers.registry import readers

    assert len(readers()) >= 8
    assert [r.name for r in readers() if f"| {r.name} |" not in text("readers.md")] == []


def test_every_table_and_column_is_documented() -> None:
    from cuibono.model.table import spec, table_names

    page = text("tables.md")
    for name in table_names():
        assert f"## {name}\n" in page
        assert [c.name for c in spec(name).columns if f"| `{c.name}` |" not in page] == []


def test_every_error_is_documented_and_says_when_it_happens() -> None:
    from cuibono import errors

    page = text("errors.md")
    for error in vars(errors).values():
        if inspect.isclass(error) and issubclass(error, errors.CuibonoError):
            assert error.__doc__, error
            assert f"| `{error.__name__}` |" in page


def test_every_word_of_the_model_is_explained() -> None:
    page = text("concepts.md")
    words = ("case", "source", "passage", "statement", "entity", "judgement", "lens", "finding", "notice")
    assert [w for w in words if f"| **{w}** |" not in page] == []
