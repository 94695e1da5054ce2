"""Which edge of FollowTheMoney a tie becomes: the first of its forms whose ends fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cuibono.extract.mapped_names import says
from cuibono.model.schemata import SchemaSpec, schema

#: Candidates, best first; whatever fits none is a ``Tie`` of our own, which keeps its kind.
_FORMS: Mapping[str, tuple[str, ...]] = {
    "family": ("Family",),
    "role": ("Directorship", "Occupancy", "Employment"),
    "member_of": ("Membership",),
    "owns_controls": ("Ownership", "Control"),
    "associate_of": ("Associate",),
}
#: The property that says in words what the tie is.
_WORDED = {"Family": "relationship", "Associate": "relationship", "Control": "controlType", "Tie": "role"}


@dataclass(frozen=True, slots=True)
class Form:
    """The edge that a tie becomes: its schema, the properties of its two ends, and the one for its role."""

    schema: str
    source: str
    target: str
    role: str

    @property
    def has_status(self) -> bool:
        """Whether the schema can say that something is only alleged."""
        found = schema(self.schema)
        return found is not None and "status" in found.properties


def form_of(tie: Mapping[str, Any], subject: str, object_: str) -> Form:
    """The form of a tie whose ends have these schemata."""
    for name in _FORMS.get(str(tie["type"]), ()):
        found = schema(name)
        if found and found.edge and _wanted(name, tie, object_) and _fits(found, subject, object_):
            return Form(name, found.edge.source, found.edge.target, _WORDED.get(name, "role"))
    return Form("Tie", "subject", "object", "role")


def _wanted(name: str, tie: Mapping[str, Any], object_: str) -> bool:
    """What the words of a tie must say for a form, beyond the kinds of its ends."""
    role = tie.get("role")
    if name == "Directorship":
        return says(role, "director_word") and object_ != "PublicBody"
    if name == "Occupancy":
        return bool(role) and object_ in ("PublicBody", "Address")
    if name == "Ownership":
        return bool(tie.get("share")) or says(role, "owning_word")
    return True


def _fits(found: SchemaSpec, subject: str, object_: str) -> bool:
    assert found.edge is not None
    if found.name == "Occupancy":
        return subject == "Person"
    # A company is what a source speaks of when it speaks of owners; that it is one need not be in its name.
    ranges = {"Asset": "LegalEntity"} if found.name == "Ownership" else {}
    ends = ((found.edge.source, subject), (found.edge.target, object_))
    return all(_is_a(name, ranges.get(r, r)) for prop, name in ends for r in [found.properties[prop].range or "Thing"])


def _is_a(name: str, wanted: str) -> bool:
    found = schema(name)
    return found is not None and (found.is_a(wanted) or (wanted == "LegalEntity" and found.is_a("Asset")))
