"""The network: the table says what the picture shows, filters stand in the address, paths cite, files are public."""

from starlette.testclient import TestClient


def test_the_table_says_what_the_picture_shows(client: TestClient) -> None:
    page = client.get("/network", params={"whole": "1", "standing": ["recorded", "read", "proposed"]})
    assert page.status_code == 200
    told = client.get("/network/data", params={"whole": "1", "standing": ["recorded", "read", "proposed"]}).json()
    assert sum(line["ties"] for line in told["lines"]) == page.text.count('<td class="stands">')
    assert {"Halden Metering", "Tarn Shipping", "Anna Vell"} <= {n["name"] for n in told["nodes"]}
    assert 'data-island="network"' in page.text
    assert "holds 51 %" in page.text


def test_what_is_proposed_is_off_until_it_is_asked_for(client: TestClient) -> None:
    usual = client.get("/network/data", params={"whole": "1"}).json()
    assert "proposed" not in {line["standing"] for line in usual["lines"]}
    asked = client.get("/network/data", params={"whole": "1", "standing": "proposed"}).json()
    assert {line["standing"] for line in asked["lines"]} <= {"proposed"}


def test_filters_stand_in_the_address_and_unknown_names_are_answered(client: TestClient) -> None:
    page = client.get("/network", params={"entity": "Tarn Shipping", "type": "ownership"})
    assert "Who is tied to <span" in page.text
    assert "1 kind of tie" in page.text
    lost = client.get("/network", params={"entity": "Tarn"})
    assert lost.status_code == 200
    assert "Nobody called Tarn has a tie" in lost.text


def test_ties_of_one_node_come_as_a_part_of_the_page(client: TestClient) -> None:
    told = client.get("/network/data", params={"whole": "1"}).json()
    fund = next(n for n in told["nodes"] if n["name"] == "State Fund of Norland")
    part = client.get("/network/ties", params={"whole": "1", "of": fund["id"]}, headers={"hx-request": "true"})
    assert "<html" not in part.text
    assert part.text.count('<td class="stands">') == 1


def test_a_path_cites_every_hop(client: TestClient) -> None:
    page = client.get("/network/path", params={"a": "name:anna vell", "b": "name:state fund of norland"})
    assert page.status_code == 200
    assert page.text.count('<figure class="passage">') >= 3
    assert 'class="figure figure-chain"' in page.text
    nothing = client.get("/network/path", params={"a": "Anna Vell", "b": "nobody"})
    assert "Nobody called nobody has a tie" in nothing.text
    assert client.get("/network/path").status_code == 200


def test_names_are_suggested(client: TestClient) -> None:
    assert '<option value="Tarn Shipping">' in client.get("/network/names", params={"a": "tarn"}).text


def test_files_are_saved_from_the_public_side(client: TestClient) -> None:
    made = client.get("/network/save.svg", params={"whole": "1"})
    assert made.headers["content-type"].startswith("image/svg+xml")
    assert made.headers["content-disposition"] == 'attachment; filename="network.svg"'
    assert "Livia Menn" not in made.text
    assert client.get("/network/save.exe").status_code == 404
