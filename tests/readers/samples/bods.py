"""A person who holds shares of a company, by statements of version 0.2."""

import json
from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "owners.json"
    statements = [
        {"statementID": "e1", "statementType": "entityStatement", "entityType": "registeredEntity", "name": "Anvil AG"},
        {
            "statementID": "p1",
            "statementType": "personStatement",
            "names": [{"fullName": "Ada Vale"}],
            "addresses": [{"address": "1 Lane"}],
        },
        {
            "statementID": "o1",
            "statementType": "ownershipOrControlStatement",
            "subject": {"describedByEntityStatement": "e1"},
            "interestedParty": {"describedByPersonStatement": "p1"},
            "interests": [{"type": "shareholding", "share": {"minimum": 25, "maximum": 50}, "startDate": "2016-04-06"}],
        },
    ]
    path.write_text(json.dumps(statements, indent=1), "utf-8")
    return path
