"""From the bytes of a framework file to values, with every fault noted at its line."""
