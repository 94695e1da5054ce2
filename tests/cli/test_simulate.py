"""Simulated feeds are written, added as simulated, and found to steer where they do."""

from pathlib import Path

from tests.cli.test_verbs import data, run


def test_a_steered_feed_is_found_and_everything_is_marked_as_simulated(tmp_path: Path) -> None:
    home = tmp_path / "case"
    run("new", str(home), cwd=tmp_path)
    made = ("--policy", "steer", "--beta", "1.5", "--accounts", "10", "--shown", "60")
    told = data("simulate", "feeds", str(tmp_path / "w"), *made, cwd=home)
    assert told["simulated"] is True
    for file in told["files"]:
        table = Path(file).stem.removeprefix("simulated_")
        run("add", file, "--as", table, "--simulated", cwd=home)
    said = run("look", "feeds.departure", "--value", "harbour law", cwd=home)
    assert "\u201charbour law\u201d more often" in said
    assert "3 simulated" in run("status", cwd=home)


def test_a_topic_that_is_none_is_refused(tmp_path: Path) -> None:
    run("simulate", "feeds", str(tmp_path / "w"), "--target", "nothing", cwd=tmp_path, code=2)


def test_an_invented_city_is_written_with_its_truth(tmp_path: Path) -> None:
    home = tmp_path / "case"
    run("new", str(home), cwd=tmp_path)
    told = data("simulate", "city", str(tmp_path / "w"), "--people", "60", "--days", "14", cwd=home)
    assert [Path(f).name for f in told["files"]] == ["traces.csv", "residents.csv", "inventory.csv", "decisions.csv"]
    for file in told["files"]:
        run("add", file, "--as", Path(file).stem, "--simulated", cwd=home)
    assert "single out" in run("look", "exposure.holder", cwd=home)
