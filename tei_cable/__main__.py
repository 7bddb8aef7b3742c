"""`python -m tei_cable` is `tei-cable`."""

from tei_cable.cli import main

if __name__ == "__main__":
    main()
