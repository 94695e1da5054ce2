from cuibono.engine import DuckEngine
from cuibono.model.table import spec
from cuibono.store import mapping
from tests.store.raw_tables import SHARES, raw


def test_a_load_can_be_repeated_from_the_mapping_that_was_kept(tmp_path):
    source = raw(tmp_path, SHARES, [["2020", "wafer", "Ruritania", "45"], ["2021", "wafer", "Graustark", "about 5"]])
    first = mapping.match_columns(spec("supply_shares"), SHARES)
    (tmp_path / "kept.yaml").write_text(mapping.dump_mapping(first))
    said = {"source_id": "s", "asserted_by_default": "The Bureau", "file_name": "shares.csv"}
    with DuckEngine() as engine:
        mapping.build_table(engine, source, first, tmp_path / "one.parquet", **said)
        again = mapping.load_mapping(tmp_path / "kept.yaml")
        mapping.build_table(engine, source, again, tmp_path / "two.parquet", **said)
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
