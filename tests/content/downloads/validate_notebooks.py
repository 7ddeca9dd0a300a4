"""Validates notebooks against nbformat's own rules: `validate_notebooks.py
<file> …` prints one line for each that is not valid."""

import sys
import warnings

import nbformat

# nbformat repairs some mistakes and only warns of them.
warnings.simplefilter("error")

for file in sys.argv[1:]:
    try:
        nbformat.validate(nbformat.read(file, as_version=nbformat.NO_CONVERT))
    except Exception as error:
        print(f"{file}: {str(error).splitlines()[0]}")
