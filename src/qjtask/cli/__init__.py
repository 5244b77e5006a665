"""The roof: commands. Only here are the clock, the environment and the screen read."""
