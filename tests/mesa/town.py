"""A simpler town in Mesa, to compare the speed of many lives with.

Ten thousand people for sixty months: each month each person may do one of four acts, a source records it or not, and a
record moves a score that stays on its scale and stands in one of four bands. No wrong records, no consequences, no
appeals, no groups, no second world without errors: much less than what `cargo xtask bench --native` measures.

    python3 -m venv /tmp/mesa && /tmp/mesa/bin/pip install mesa==3.3.1
    /tmp/mesa/bin/python tests/mesa/town.py
"""

from time import perf_counter

import mesa

PEOPLE, MONTHS, RUNS = 10_000, 60, 3
LOWEST, HIGHEST, START = 0, 1_300, 1_000
BORDERS = (600, 850, 960)
# Chance in a month, chance of being recorded, points.
ACTS = ((0.08, 0.9, -10), (0.03, 0.7, -20), (0.005, 0.8, -50), (0.05, 0.6, 5))


class Person(mesa.Agent):
    """Somebody with a score."""

    def __init__(self, model):
        super().__init__(model)
        self.score = START
        self.band = len(BORDERS)

    def step(self):
        chance = self.random.random
        for rate, coverage, points in ACTS:
            if chance() < rate and chance() < coverage:
                self.score = min(max(self.score + points, LOWEST), HIGHEST)
        self.band = sum(self.score >= border for border in BORDERS)


class Town(mesa.Model):
    """Everybody."""

    def __init__(self, seed):
        super().__init__(seed=seed)
        Person.create_agents(self, PEOPLE)

    def step(self):
        self.agents.do("step")


def main():
    speeds = []
    for seed in range(RUNS):
        town = Town(seed)
        start = perf_counter()
        for _ in range(MONTHS):
            town.step()
        speeds.append(PEOPLE * MONTHS / (perf_counter() - start) / 1e6)
    print(f"Mesa {mesa.__version__}: {sorted(speeds)[RUNS // 2]:.2f} million person-months a second, median of {RUNS}")


main()
