"""Run with python -m log_triage."""

import sys

from log_triage.cli import main

sys.exit(main())
