"""Web pages: their tables as a browser lays them, their lists, what they strike out."""
