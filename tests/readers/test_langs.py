import socket

import pytest

from cuibono.readers.langs import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The committee met on Tuesday to discuss the exports of the harbour.", "en"),
        ("Der Ausschuss tagte am Dienstag und sprach über die Ausfuhr.", "de"),
        ("他们说港口的出口增加了", "zh"),
        ("港口今年三月付了兩次款項。", "zh"),
        ("港の輸出は三月に増加した", "ja"),
        ("Комитет собрался во вторник, чтобы обсудить экспорт.", "ru"),
    ],
)
def test_a_sentence_is_enough(text, code):
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "Hafen", "12345 67890 12345 67890", "!!! ??? ..."])
def test_nothing_is_said_of_what_is_too_short(text):
    assert language(text) is None


def test_nothing_is_asked_of_the_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert language("The committee met on Tuesday to discuss the exports.") == "en"


def test_only_the_beginning_counts_and_lines_do_no_harm():
    assert language("The committee met on Tuesday.\n" * 300 + "他们说港口的出口增加了" * 1000) == "en"
