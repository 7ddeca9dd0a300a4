"""Run the inspector: python -m text_inspector [--json | --clean] [file]."""

import sys

from text_inspector.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
