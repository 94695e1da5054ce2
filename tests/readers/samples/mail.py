"""A message with an attached table, as a mail program sends it."""

from email.message import EmailMessage
from pathlib import Path


def message() -> EmailMessage:
    """The message, not yet written."""
    mail = EmailMessage()
    mail["From"] = "Ada Müster <ada@beispielblatt.example>"
    mail["To"] = "editors@beispielblatt.example"
    mail["Date"] = "Thu, 04 Mar 2021 12:00:00 +0100"
    mail["Message-ID"] = "<1@beispielblatt.example>"
    mail["Subject"] = "Two bills for the harbour 港口"
    mail.set_content("Here are the two bills.\n\nBoth were paid in March.\n")
    mail.add_alternative("<p>Here are the two bills.</p><p>Both were paid.</p>", subtype="html")
    mail.add_attachment(b"bill,amount\n1,100\n2,100\n", maintype="text", subtype="csv", filename="bills.csv")
    mail.set_boundary("outer")
    mail.get_payload()[0].set_boundary("inner")
    return mail


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "bills.eml"
    path.write_bytes(bytes(message()))
    return path
