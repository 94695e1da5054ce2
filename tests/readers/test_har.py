"""Recorded traffic: which kinds of fields were sent, whatever the recorder wrote around them."""

import json

import pytest

from cuibono.readers.har import READER
from tests.readers.tables import reading
from tests.readers.test_telegram import table


def sent(tmp_path, post):
    request = {"method": "POST", "url": "https://collect.elm-metrics.test/v1", "postData": post}
    text = json.dumps({"log": {"entries": [{"request": request}]}})
    found = reading(READER, tmp_path, "com.fig.notes.har", text)
    return [name for kind, name in table(found, "app_facts", "kind", "name") if kind == "sent"]


def test_fields_of_a_form_are_named(tmp_path):
    assert sent(tmp_path, {"params": [{"name": "IMEI", "value": "1"}, {"name": "page"}]}) == ["device identifier"]


@pytest.mark.parametrize("post", [{"params": 5, "text": 7}, {"params": ["imei"]}, "imei=1", None])
def test_a_body_in_no_known_form_is_passed_over(tmp_path, post):
    assert sent(tmp_path, post) == []
