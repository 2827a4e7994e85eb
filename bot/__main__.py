"""`python -m bot`: the `trellis` program."""

from bot.cli import main

if __name__ == "__main__":
    main()
