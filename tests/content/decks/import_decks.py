"""Imports packages into an empty collection of Anki's own library:
`import_decks.py <folder> <package> …`. After the first one, its first card is
learned. Prints as JSON what each import did, and what is there at the end."""

import json
import sys
from pathlib import Path

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

folder, *packages = sys.argv[1:]
collection = Collection(str(Path(folder) / "collection.anki2"))
imports = []
for package in packages:
    # As Anki's window has it: a note is updated when the package's is newer.
    request = ImportAnkiPackageRequest(
        package_path=package, options=ImportAnkiPackageOptions()
    )
    log = collection.import_anki_package(request).log
    imports.append(
        {
            "new": len(log.new),
            "updated": len(log.updated),
            "same": len(log.duplicate),
            "refused": len(log.conflicting)
            + len(log.missing_notetype)
            + len(log.missing_deck)
            + len(log.empty_first_field),
            "notes": collection.note_count(),
            "cards": collection.card_count(),
        }
    )
    if len(imports) == 1:
        card = collection.get_card(min(collection.find_cards("is:new")))
        card.start_timer()
        collection.sched.answerCard(card, 4)

notes = [collection.get_note(note) for note in collection.find_notes("")]
problems, is_sound = collection.fix_integrity()
json.dump(
    {
        "imports": imports,
        "notes": {
            note["Id"]: {
                "fields": note.values(),
                "tags": note.tags,
                "decks": [collection.decks.name(c.did) for c in note.cards()],
                "isNew": [card.type == 0 for card in note.cards()],
                "question": note.cards()[0].question(),
            }
            for note in notes
        },
        "isSound": is_sound,
        "problems": problems,
    },
    sys.stdout,
)
collection.close()
