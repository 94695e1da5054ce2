"""What copies have in common, whatever each added."""

from cuibono.measures.shared_passage import shared_passage


def test_what_was_added_is_cut_off() -> None:
    texts = [
        "Friends! 渡轮回来了，今天开船。 #渡轮",
        "渡轮回来了，今天开船。",
        "RT 渡轮回来了，今天开船。 https://ferry.example",
    ]
    assert shared_passage(texts) == "渡轮回来了，今天开船。"


def test_texts_with_nothing_in_common_share_no_passage() -> None:
    assert shared_passage(["the ferry is back", "quince and jam"]) == ""
    assert shared_passage([]) == ""


def test_one_text_is_its_own_passage() -> None:
    assert shared_passage(["  the ferry\n is back "]) == "the ferry is back"
