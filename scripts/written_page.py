"""What the scripts share that write a page of docs/: write it, or with --check say whether it is up to date."""

import sys


def write_or_check(page, text, script, arguments, usage):
    """`arguments` are the script's own: none, or --check. Exits with a word otherwise."""
    if arguments == ['--check']:
        if not page.exists() or page.read_text() != text:
            sys.exit(f'docs/{page.name} is not up to date: run scripts/{script}')
    elif arguments:
        sys.exit(usage)
    else:
        page.write_text(text)
